package import API

/// What somebody may mean who is typing a search.
package struct SuggestionsState: Equatable, Sendable {
    package enum Choice: Hashable, Sendable {
        case tag(String)
        case title(String)
    }

    package static let most = 5
    /// Letters of the last word from which on it says enough.
    static let fewestLetters = 2

    /// The newest question; an answer to any other comes too late and is dropped.
    package var awaited: SuggestionsQuery?
    /// Tags first.
    package var choices: [Choice] = []
    /// The choice that has the keys; `nil` while the field has them.
    package var cursor: Int?
    /// Closed by hand, until the next word.
    package var isDismissed = false

    package init() {}
}
