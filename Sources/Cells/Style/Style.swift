/// How a text looks: its colours by meaning, and its traits.
package struct Style: Hashable, Sendable {
    package var foreground: Tint
    /// `nil` keeps the background that is there, so that text can be put on any row.
    package var background: Tint?
    package var traits: Traits

    package init(foreground: Tint, background: Tint? = nil, traits: Traits = []) {
        self.foreground = foreground
        self.background = background
        self.traits = traits
    }

    package init(_ meaning: Meaning = .text, on background: Meaning? = nil, _ traits: Traits = []) {
        self.init(
            foreground: .meaning(meaning), background: background.map { .meaning($0) },
            traits: traits)
    }

    package static let text = Style(.text)
    package static let dim = Style(.textDim)
    package static let accent = Style(.accent)
    package static let title = Style(.title, .bold)
    package static let hit = Style(.hit, .underline)
    package static let selected = Style(.rowSelectedText, on: .rowSelected)
}
