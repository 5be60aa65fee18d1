/// Something that must be read before anything goes on: a password that is shown once.
package struct NoticeState: Equatable, Sendable {
    package let title: Phrase
    package let lines: [Phrase]
    /// Names and the values to write down.
    package let facts: [Fact]
    /// What Enter says.
    package let answer: Phrase

    package struct Fact: Hashable, Sendable {
        package let name: Phrase
        package let value: String
        package let isSecret: Bool

        package init(_ name: Phrase, _ value: String, isSecret: Bool = false) {
            self.name = name
            self.value = value
            self.isSecret = isSecret
        }
    }

    package init(title: Phrase, lines: [Phrase], facts: [Fact], answer: Phrase = .pressEnter) {
        self.title = title
        self.answer = answer
        self.lines = lines
        self.facts = facts
    }
}
