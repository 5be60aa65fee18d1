internal import CCurses

/// The C library's count of columns, by which ncurses places what follows on a line.
enum LibraryWidth {
    /// −1 for what the library does not know, because it is older than the character.
    static func columns(of scalar: Unicode.Scalar) -> Int {
        Int(wcwidth(wchar_t(bitPattern: scalar.value)))
    }
}
