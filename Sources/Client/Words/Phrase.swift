/// Something said to people, in every language: a phrase that lacks one does not compile.
package struct Phrase: Hashable, Sendable {
    private let english: String
    private let portuguese: String

    package init(_ english: String, _ portuguese: String) {
        self.english = english
        self.portuguese = portuguese
    }

    /// What is the same in every language: a name, a server's own sentence.
    package init(verbatim text: String) {
        english = text
        portuguese = text
    }

    package func said(in language: Language) -> String {
        switch language {
        case .english: english
        case .portuguese: portuguese
        }
    }
}
