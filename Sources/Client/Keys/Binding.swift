package import Cells

/// Keys that mean an action in some context.
package struct Binding: Hashable, Sendable {
    package let keys: [Key]
    package let chords: [KeyChord]
    package let action: Action
    /// Whether the status line offers it.
    package let isHinted: Bool

    package init(
        _ keys: [Key], _ action: Action, hinted isHinted: Bool = false, chords: [KeyChord] = []
    ) {
        self.keys = keys
        self.chords = chords
        self.action = action
        self.isHinted = isHinted
    }

    /// As help shows them: single keys first.
    package var shown: [String] { keys.map(\.description) + chords.map(\.description) }
}
