import Foundation

/// What is left of a character of a text when case and accents do not count.
enum FoldedScalar {
    /// Accents and the joints of pictures: a word goes on as if they were not there.
    case invisible
    case separator
    case letter(Unicode.Scalar)
    /// Some are written as several: “ß”, “ﬁ”.
    case letters([Unicode.Scalar])
    /// A word by itself.
    case alone(Unicode.Scalar)

    init(_ scalar: Unicode.Scalar) {
        self = scalar.isASCII ? Self.ascii(scalar) : Self.folded[scalar] ?? Self.fold(scalar)
    }

    private static func ascii(_ scalar: Unicode.Scalar) -> FoldedScalar {
        switch scalar {
        case "a"..."z", "0"..."9": .letter(scalar)
        case "A"..."Z": Unicode.Scalar(scalar.value + 32).map { .letter($0) } ?? .separator
        default: .separator
        }
    }

    /// Latin letters with their accents, folded once: decomposition is slow.
    private static let folded: [Unicode.Scalar: FoldedScalar] = Dictionary(
        uniqueKeysWithValues: [0xC0...0x24F, 0x1E00...0x1EFF].joined()
            .compactMap { Unicode.Scalar($0 as UInt32) }.map { ($0, fold($0)) })

    /// Letters that Unicode does not take apart, and people type so.
    private static let spelled: [Unicode.Scalar: String] = [
        "ß": "ss", "ø": "o", "đ": "d", "ð": "d", "ł": "l", "æ": "ae", "œ": "oe", "ı": "i",
        "þ": "th", "ħ": "h", "ŋ": "n",
    ]

    private static func fold(_ scalar: Unicode.Scalar) -> FoldedScalar {
        if scalar.properties.isDefaultIgnorableCodePoint || isAccent(scalar) { return .invisible }
        if isWordByItself(scalar) { return .alone(scalar) }
        let small = scalar.properties.lowercaseMapping
        if let only = small.unicodeScalars.first, let spelling = spelled[only] {
            return .letters(Array(spelling.unicodeScalars))
        }
        // Compatibility forms too: “ﬁ”, “①” and full-width letters are what they look like.
        let letters = small.decomposedStringWithCompatibilityMapping.lowercased().unicodeScalars
            .filter { isLetter($0) && !isAccent($0) }
        return letters.isEmpty ? .separator : .letters(Array(letters))
    }

    private static func isLetter(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.properties.generalCategory {
        case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter,
            .decimalNumber, .letterNumber, .otherNumber:
            true
        // The vowel signs of Indic scripts belong to the word.
        case .nonspacingMark, .spacingMark: true
        default: false
        }
    }

    /// Marks that may be left out in writing: of Latin, Greek and Cyrillic, Hebrew points, Arabic
    /// vowels.
    private static func isAccent(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x300...0x36F, 0x483...0x489, 0x591...0x5C7, 0x610...0x61A, 0x64B...0x65F, 0x670: true
        default: false
        }
    }

    /// Han, Hiragana, Katakana.
    private static func isWordByItself(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x3041...0x3096, 0x30A1...0x30FA, 0x3400...0x4DBF, 0x4E00...0x9FFF, 0xF900...0xFAFF,
            0x20000...0x3FFFF:
            true
        default: false
        }
    }
}
