/// The characters that nearly every screen is made of, of which everything is known beforehand.
///
/// Asking Unicode's tables for each character took a third of a frame. What holds for these ranges
/// is what `ScalarWidth` and `TextSafety` say of each of their scalars; a test compares them.
enum PlainScalars {
    /// `nil` for what must be looked up.
    static func width(of scalar: Unicode.Scalar) -> UInt8? {
        switch scalar.value {
        // ASCII, Latin with its accents, Cyrillic.
        case 0x20...0x7E, 0xA1...0xAC, 0xAE...0x2FF, 0x400...0x481, 0x48A...0x52F: 1
        // Lines, blocks and braille: borders, bars and graphs.
        case 0x2500...0x259F, 0x2801...0x28FF: 1
        // Kana, Han and Hangul.
        case 0x3041...0x3096, 0x30A1...0x30FA, 0x4E00...0x9FEF, 0xAC00...0xD7A3: 2
        default: nil
        }
    }
}
