package import Cells

/// One line of text that is being typed.
///
/// 1. `caret` counts characters, from 0 to the text's length.
/// 2. Text is at most `limit` characters, and holds no control characters.
package struct TextField: Hashable, Sendable {
    private static let limit = 500

    package private(set) var text: String
    package private(set) var caret: Int

    package init(_ text: String = "") {
        self.text = String(text.prefix(Self.limit))
        caret = self.text.count
    }

    package var isEmpty: Bool { text.isEmpty }

    package var beforeCaret: String { String(text.prefix(caret)) }

    /// - Returns: whether the key was one for a text field.
    package mutating func take(_ key: Key) -> Bool {
        switch key {
        case .character(let character): insert(String(character))
        case .paste(let pasted): insert(pasted)
        case .backspace: remove(from: caret - 1, to: caret)
        case .delete: remove(from: caret, to: caret + 1)
        case .control("u"): remove(from: 0, to: caret)
        case .control("k"): remove(from: caret, to: text.count)
        case .control("w"): remove(from: startOfWord, to: caret)
        case .control("a"), .home: caret = 0
        case .control("e"), .end: caret = text.count
        case .left: caret = max(0, caret - 1)
        case .right: caret = min(text.count, caret + 1)
        case .control, .alt, .enter, .escape, .tab, .backtab, .insert, .up, .down, .pageUp,
            .pageDown, .function:
            return false
        }
        return true
    }

    private mutating func insert(_ added: String) {
        let clean = added.cleanedForScreen.prefix(max(0, Self.limit - text.count))
        let before = text.prefix(caret)
        let length = text.count
        text = String(before + clean + text.dropFirst(caret))
        // A combining mark joins the character before it, so the text may not have grown.
        caret = min(text.count, max(0, caret + text.count - length))
    }

    private mutating func remove(from start: Int, to end: Int) {
        guard start >= 0, start < end, end <= text.count else { return }
        text = String(text.prefix(start) + text.dropFirst(end))
        caret = min(start, text.count)
    }

    private var startOfWord: Int {
        var characters = Array(text.prefix(caret))
        while characters.last?.isWhitespace == true { characters.removeLast() }
        while let last = characters.last, !last.isWhitespace { characters.removeLast() }
        return characters.count
    }
}
