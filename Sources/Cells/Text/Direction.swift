/// Which way a character is written.
///
/// Unicode's property for it (Bidi_Class) is not in the standard library; these are the blocks whose
/// letters are of class R or AL (UAX #9).
enum Direction {
    static let leftToRightMark: Unicode.Scalar = "\u{200E}"

    static func isRightToLeft(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case ..<0x590: false
        case 0x590...0x8FF, 0xFB1D...0xFDFF, 0xFE70...0xFEFC, 0x10800...0x10FFF,
            0x1E800...0x1EFFF:
            !ScalarWidth.isMark(scalar)
        default: false
        }
    }
}
