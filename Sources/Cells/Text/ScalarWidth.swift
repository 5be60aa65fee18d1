/// How many columns terminals give a single scalar, as glibc's `wcwidth` and ncurses count them.
///
/// Unicode's property for it (East Asian Width) is not in the standard library. The emoji that are
/// wide by themselves are known to it; the other wide blocks are listed here, with the unassigned
/// places between them, which Unicode promises to keep wide.
enum ScalarWidth {
    static func of(_ scalar: Unicode.Scalar) -> Int {
        let value = scalar.value
        if value < 0x300 { return isControl(value) || value == 0xAD ? 0 : 1 }
        if isMark(scalar) { return 0 }
        return isWide(scalar) ? 2 : 1
    }

    private static func isControl(_ value: UInt32) -> Bool {
        value < 0x20 || (0x7F..<0xA0).contains(value)
    }

    /// Zero columns: marks, format characters, and the Hangul vowels and finals that join the
    /// syllable before them.
    static func isMark(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x1160...0x11FF, 0xD7B0...0xD7FB: true
        default:
            switch scalar.properties.generalCategory {
            case .nonspacingMark, .enclosingMark, .format, .control, .lineSeparator,
                .paragraphSeparator:
                true
            default: false
            }
        }
    }

    private static func isWide(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case ..<0x1100: false
        case 0x1100...0x115F, 0x2329...0x232A, 0x2E80...0x303E, 0x3041...0xA4C6,
            0xA960...0xA97C, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE10...0xFE19,
            0xFE30...0xFE6B, 0xFF01...0xFF60, 0xFFE0...0xFFE6, 0x16FE0...0x1B2FB,
            0x1F200...0x1F265, 0x20000...0x3FFFD:
            true
        default: scalar.properties.isEmojiPresentation && !isRegionalIndicator(scalar)
        }
    }

    /// The letters that flags are spelled with: a column each, two to a flag.
    static func isRegionalIndicator(_ scalar: Unicode.Scalar) -> Bool {
        (0x1F1E6...0x1F1FF).contains(scalar.value)
    }
}
