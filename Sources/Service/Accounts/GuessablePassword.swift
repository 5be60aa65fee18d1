/// Whether a password is on the list that guessing begins with, or follows from it in a way that
/// every guessing program tries: other case, digits for letters, a short tail, twice the same,
/// backwards, runs of keys.
enum GuessablePassword {
    /// `password` is in lower case.
    static func isGuessable(_ password: String) -> Bool {
        let bare = Array(password.unicodeScalars)
        if let unit = repeated(bare), unit.count <= 4 || isListed(String(unit)) { return true }
        if isRuns(bare) { return true }
        return isListed(password)
    }

    private static func isListed(_ password: String) -> Bool {
        let shortened = withoutEnds(password)
        return [
            password, shortened, spelled(password), withoutEnds(spelled(password)),
            spelled(shortened),
        ]
        .contains { word in
            CommonPasswords.all.contains(word)
                || CommonPasswords.all.contains(String(word.reversed()))
        }
    }

    /// Without up to four characters before or after the word that are no letters: `!dragon2024`.
    private static func withoutEnds(_ text: String) -> String {
        let characters = Array(text)
        guard let first = characters.firstIndex(where: \.isLetter),
            let last = characters.lastIndex(where: \.isLetter), first <= 4,
            characters.count - 1 - last <= 4
        else { return text }
        return String(characters[first...last])
    }

    /// Signs that stand for letters, as the letters: `p@ssw0rd`.
    private static func spelled(_ text: String) -> String {
        String(
            text.map { character in
                switch character {
                case "0": "o"
                case "1", "!": "i"
                case "3": "e"
                case "4", "@": "a"
                case "5", "$": "s"
                case "7": "t"
                default: character
                }
            })
    }

    /// What the whole password is two or more of.
    private static func repeated(_ text: [Unicode.Scalar]) -> String.UnicodeScalarView? {
        guard text.count > 1 else { return nil }
        for length in 1...text.count / 2 where text.count % length == 0 {
            if text.indices.allSatisfy({ text[$0] == text[$0 % length] }) {
                return String.UnicodeScalarView(text.prefix(length))
            }
        }
        return nil
    }

    private static let rows = [
        "1234567890123456789", "abcdefghijklmnopqrstuvwxyz", "qwertyuiop", "asdfghjkl", "zxcvbnm",
        "qwertzuiop", "azertyuiop", "qazwsxedcrfvtgbyhnujmikolp", "1qaz2wsx3edc4rfv5tgb6yhn",
        "1q2w3e4r5t6y7u8i9o0p", "q1w2e3r4t5y6u7i8o9p0", "asdfghjklç", "!@#$%^&*()", "147258369",
    ].flatMap { [Array($0.unicodeScalars), Array($0.unicodeScalars.reversed())] }

    /// Whether it is nothing but runs of three or more neighbours on a keyboard, in the alphabet or
    /// among the digits: `qwer1234`.
    private static func isRuns(_ text: [Unicode.Scalar]) -> Bool {
        // Reachable ends of a run; runs may overlap in more than one way.
        var isEnd = [Bool](repeating: false, count: text.count + 1)
        isEnd[0] = true
        for start in text.indices where isEnd[start] {
            for row in rows {
                for place in row.indices where row[place] == text[start] {
                    var length = 0
                    while start + length < text.count, place + length < row.count,
                        row[place + length] == text[start + length]
                    {
                        length += 1
                        if length >= 3 { isEnd[start + length] = true }
                    }
                }
            }
        }
        return isEnd[text.count]
    }
}
