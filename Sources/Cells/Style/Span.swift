/// A piece of a line in one style.
package struct Span: Hashable, Sendable {
    package let text: String
    package let style: Style

    package init(_ text: String, _ style: Style = .text) {
        self.text = text
        self.style = style
    }

    package init(_ text: String, _ meaning: Meaning, _ traits: Traits = []) {
        self.init(text, Style(meaning, traits))
    }

    package var columns: Int { text.columns }
}

extension [Span] {
    package var columns: Int { reduce(0) { $0 + $1.columns } }

    /// All of them, or as much as fits with an ellipsis after it.
    package func truncated(to width: Int) -> [Span] {
        guard columns > width else { return self }
        var room = width - 1
        var kept: [Span] = []
        for span in self {
            let part = span.text.prefix(columns: Swift.max(0, room))
            room -= part.columns
            if !part.isEmpty { kept.append(Span(String(part), span.style)) }
            guard part.endIndex == span.text.endIndex else { break }
        }
        return width > 0 ? kept + [Span("…", kept.last?.style ?? .text)] : []
    }
}
