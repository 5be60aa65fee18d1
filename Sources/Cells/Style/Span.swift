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
}
