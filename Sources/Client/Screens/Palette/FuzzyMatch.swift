/// Whether the letters of what was typed stand in a text, in order, and how well.
package enum FuzzyMatch {
    /// `nil` when they do not; higher is better. Case and accents do not count.
    package static func score(of text: String, for needle: String) -> Int? {
        var wanted = folded(needle).filter { $0 != " " }[...]
        if wanted.isEmpty { return 0 }
        var score = 0
        var isAfterMatch = false
        var isWordStart = true
        for (place, letter) in folded(text).enumerated() {
            if letter == wanted.first {
                score += isWordStart ? 8 : isAfterMatch ? 5 : 1
                if place == 0 { score += 4 }
                isAfterMatch = true
                wanted.removeFirst()
                if wanted.isEmpty { return score }
            } else {
                isAfterMatch = false
            }
            isWordStart = letter == " "
        }
        return nil
    }

    /// Lower case, and only the letter of what bears an accent.
    private static func folded(_ text: String) -> [Character] {
        text.lowercased().map { character in
            plain[character] ?? character
        }
    }

    private static let plain: [Character: Character] = [
        "á": "a", "à": "a", "â": "a", "ã": "a", "ä": "a", "é": "e", "ê": "e", "è": "e",
        "í": "i", "ó": "o", "ô": "o", "õ": "o", "ö": "o", "ú": "u", "ü": "u", "ç": "c",
    ]
}
