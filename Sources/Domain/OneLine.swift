/// Text from strangers made fit for one line of anybody's screen: control, bidi-override and
/// zero-width characters leave, runs of white space become one space, the ends are trimmed.
///
/// Escape sequences in names have run commands in terminals (CVE-2003-0063), and overrides hide an
/// extension; so nothing from outside is stored or shown uncleaned.
package enum OneLine {
    package static func cleaned(_ text: some StringProtocol) -> String {
        words(text).joined(separator: " ")
    }

    /// As `cleaned`, line by line; line breaks stay.
    package static func cleanedParagraphs(_ text: some StringProtocol) -> String {
        text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
            .map { cleaned($0) }
            .joined(separator: "\n")
    }

    private static func words(_ text: some StringProtocol) -> [String] {
        var words: [String] = []
        var word = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            if scalar.properties.isWhitespace {
                if !word.isEmpty { words.append(String(word)) }
                word = String.UnicodeScalarView()
            } else if !isDangerous(scalar) {
                word.append(scalar)
            }
        }
        if !word.isEmpty { words.append(String(word)) }
        return words
    }

    package static func isDangerous(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x200D: false  // zero-width joiner: emoji families are made of it
        case 0x00AD, 0x200B...0x200F, 0x202A...0x202E, 0x2060...0x206F, 0xFEFF: true
        default:
            switch scalar.properties.generalCategory {
            case .control, .surrogate, .privateUse, .unassigned, .lineSeparator,
                .paragraphSeparator:
                true
            default: false
            }
        }
    }
}
