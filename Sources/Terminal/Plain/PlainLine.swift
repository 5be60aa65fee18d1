package import Cells

/// What a typed line means: the keys that somebody at a screen would have pressed.
package enum PlainLine {
    /// - Parameter isTyping: whether a text field waits; then the line is its text.
    package static func keys(_ line: String, isTyping: Bool) -> [Key] {
        let words = line.filter { $0 != "\r" }
        if words.isEmpty { return [.enter] }
        if words.first == "\\" { return typed(words.dropFirst()) + [.enter] }
        // A single sign is text where text is wanted; “esc” and “ctrl-u” are keys everywhere.
        if words.count > 1 || !isTyping, let key = Key(name: words.lowercased(), or: words) {
            return [key]
        }
        if isTyping { return typed(words[...]) + [.enter] }
        if words.first == "/" { return typed(words[...]) + [.enter] }
        if let counted = counted(words) { return counted }
        // Nothing is done by a name that was only begun: the palette says what it found.
        return typed(words.first == ":" ? words[...] : ":" + words)
    }

    private static func typed(_ text: Substring) -> [Key] { text.map { .character($0) } }

    /// `5j`, `12 down`
    private static func counted(_ words: String) -> [Key]? {
        let digits = words.prefix { $0.isASCII && $0.isNumber }
        let rest = words.dropFirst(digits.count).filter { $0 != " " }
        guard !digits.isEmpty, let key = Key(name: rest.lowercased(), or: rest) else {
            return nil
        }
        return typed(digits) + [key]
    }
}

extension Key {
    /// Names are small letters; a single sign is itself.
    fileprivate init?(name: String, or sign: String) {
        if sign.count == 1, let character = sign.first {
            self = .character(character)
        } else {
            self.init(name: name)
        }
    }
}
