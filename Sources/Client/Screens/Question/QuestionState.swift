/// A question before something that cannot be undone; it names what will be lost.
package struct QuestionState: Equatable, Sendable {
    package let title: Phrase
    package let lines: [Phrase]
    /// What `y` does, in words.
    package let yes: Phrase
    package let effects: [Effect]

    package init(title: Phrase, lines: [Phrase], yes: Phrase, effects: [Effect]) {
        self.title = title
        self.lines = lines
        self.yes = yes
        self.effects = effects
    }
}
