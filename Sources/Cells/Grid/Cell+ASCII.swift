extension Cell {
    /// What stands for a character where it cannot be shown: as many ASCII characters as it has
    /// columns.
    package static func ascii(for scalar: Unicode.Scalar, width: Int) -> String {
        ASCIIFallback.text(for: scalar, width: width)
    }
}
