import Foundation

/// Text from strangers made fit for one line of anybody's screen: control, bidi and invisible
/// characters leave, runs of white space become one space, the ends are trimmed, and what can be
/// written in several ways is written in one (NFC).
///
/// Escape sequences in names have run commands in terminals (CVE-2003-0063), and overrides hide an
/// extension; so nothing from outside is stored or shown uncleaned.
package enum OneLine {
    package static func cleaned(_ text: some StringProtocol) -> String {
        let line = words(text).joined(separator: " ")
        // Below the first combining mark everything is in its form already.
        return line.unicodeScalars.contains { $0.value >= 0x300 }
            ? line.precomposedStringWithCanonicalMapping : line
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
        // Emoji families are held together by joiners; anywhere else one is only invisible.
        var joiner: Unicode.Scalar?
        for scalar in text.unicodeScalars {
            if scalar.properties.isWhitespace {
                if !word.isEmpty { words.append(String(word)) }
                word = String.UnicodeScalarView()
                joiner = nil
            } else if scalar == zeroWidthJoiner {
                joiner = word.last.map(isPictured) == true ? scalar : nil
            } else if !isDangerous(scalar) {
                if let joiner, isPictured(scalar) { word.append(joiner) }
                joiner = nil
                if !word.isEmpty || !isPresentation(scalar) { word.append(scalar) }
            }
        }
        if !word.isEmpty { words.append(String(word)) }
        return words
    }

    private static let zeroWidthJoiner: Unicode.Scalar = "\u{200D}"

    /// Whether a character is drawn as a picture, or changes how the one before it is.
    private static func isPictured(_ scalar: Unicode.Scalar) -> Bool {
        isPresentation(scalar) || scalar.value > 0xFF && scalar.properties.isEmoji
    }

    /// The selectors of text and picture form.
    private static func isPresentation(_ scalar: Unicode.Scalar) -> Bool {
        (0xFE0E...0xFE0F).contains(scalar.value)
    }

    private static func isDangerous(_ scalar: Unicode.Scalar) -> Bool {
        if isPresentation(scalar) { return false }
        // U+2800 is drawn as nothing, and annotations (U+FFF9…) hide what they enclose.
        if scalar.value == 0x2800 || (0xFFF9...0xFFFB).contains(scalar.value) { return true }
        let properties = scalar.properties
        if properties.isDefaultIgnorableCodePoint || properties.isBidiControl { return true }
        return switch properties.generalCategory {
        case .control, .surrogate, .privateUse, .unassigned, .lineSeparator, .paragraphSeparator:
            true
        default: false
        }
    }
}
