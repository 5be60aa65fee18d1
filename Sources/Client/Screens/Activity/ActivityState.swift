import Domain

/// What happened since the program began, newest last, and what of it is still told at the bottom.
package struct ActivityState: Equatable, Sendable {
    package enum Tone: Hashable, Sendable {
        case plain, good, bad
    }

    package struct Entry: Hashable, Sendable {
        package let at: Moment
        package let text: Phrase
        package let tone: Tone
        /// Whether it was told as it happened; what others did is only listed.
        package let isToast: Bool
    }

    private static let limit = 500
    package private(set) var entries: [Entry] = []
    package var cursor = ListCursor()

    package init() {}

    package mutating func add(_ text: Phrase, _ tone: Tone, isToast: Bool, at now: Moment) {
        entries.append(Entry(at: now, text: text, tone: tone, isToast: isToast))
        if entries.count > Self.limit { entries.removeFirst(entries.count - Self.limit) }
        // Newest on top: the cursor stays on the entry it is on.
        if cursor.index > 0 { cursor.index += 1 }
    }
}
