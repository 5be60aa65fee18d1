/// A word of a text as searches compare it, and where it stands.
package struct LocatedWord: Hashable, Sendable {
    package let word: String
    package let range: Range<String.Index>
}

/// The words of a text as searches compare them: small letters, no accents.
///
/// 1. Entries and queries are split by the same rule, here and nowhere else, so that every engine
///    finds the same.
/// 2. A word holds only letters and digits, and is not longer than `longest`.
/// 3. Chinese and Japanese are written without spaces, so each of their characters is a word; a
///    query of several finds them side by side.
package enum SearchWords {
    /// In scalars; what is longer is cut, in entries and queries alike.
    package static let longest = 60

    package static func of(_ text: some StringProtocol) -> [String] {
        located(in: String(text)).map(\.word)
    }

    package static func located(in text: String) -> [LocatedWord] {
        var words: [LocatedWord] = []
        var word = String.UnicodeScalarView()
        var start = text.startIndex
        let scalars = text.unicodeScalars
        func finish(at end: String.Index) {
            guard !word.isEmpty else { return }
            words.append(
                LocatedWord(word: String(word), range: start..<end))
            word = String.UnicodeScalarView()
        }
        for index in scalars.indices {
            switch FoldedScalar(scalars[index]) {
            case .invisible: break
            case .separator: finish(at: index)
            case .letter(let letter):
                if word.isEmpty { start = index }
                if word.count < longest { word.append(letter) }
            case .letters(let letters):
                if word.isEmpty { start = index }
                if word.count < longest { word.append(contentsOf: letters) }
            case .alone(let letter):
                finish(at: index)
                words.append(
                    LocatedWord(word: String(letter), range: index..<scalars.index(after: index)))
            }
        }
        finish(at: text.endIndex)
        return words
    }
}
