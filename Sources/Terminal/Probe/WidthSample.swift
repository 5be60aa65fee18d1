internal import Cells

/// Characters that terminals are known to disagree on, a class each, and one that stands for it.
enum WidthSample: CaseIterable {
    /// Letters that East Asian fonts draw wide: Greek, Cyrillic, some of Latin with accents.
    case letters
    /// Marks, arrows and shapes that they draw wide.
    case signs
    /// Lines and blocks: borders and bars.
    case lines
    case braille
    /// Emoji, which terminals older than them draw narrow.
    case pictures
    /// A flag is two letters, which some draw as two columns each.
    case flags
    /// A mark above a letter, which some draw beside it.
    case marks
    case ideographs

    var text: String {
        switch self {
        case .letters: "ж"
        case .signs: "…"
        case .lines: "─"
        case .braille: "⣿"
        case .pictures: "🎬"
        case .flags: "🇧🇷"
        case .marks: "x\u{0323}"
        case .ideographs: "漢"
        }
    }

    /// The class of a character without marks; `nil` for what all terminals draw alike.
    init?(_ scalar: Unicode.Scalar, width: Int) {
        switch scalar.value {
        case ..<0x80: return nil
        case 0x2500...0x259F: self = .lines
        case 0x2800...0x28FF: self = .braille
        case 0x1F1E6...0x1F1FF: self = .flags
        case _ where width == 2:
            self = scalar.properties.isEmojiPresentation ? .pictures : .ideographs
        case ..<0x2000:
            guard AmbiguousWidth.contains(scalar) else { return nil }
            self = .letters
        default:
            guard AmbiguousWidth.contains(scalar) else { return nil }
            self = .signs
        }
    }
}
