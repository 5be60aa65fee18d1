import Domain

/// What happened since the program began, newest last, and what of it is still on the status line.
package struct ActivityState: Equatable, Sendable {
    package enum Tone: Hashable, Sendable {
        case plain, good, bad
    }

    package struct Entry: Hashable, Sendable {
        package let at: Moment
        package let text: Phrase
        package let tone: Tone
        /// Whether it was said on the status line; what others did is only listed.
        package let isToast: Bool
    }

    private static let limit = 500
    private static let shownFor: [Tone: Int64] = [.plain: 4000, .good: 4000, .bad: 7000]

    package private(set) var entries: [Entry] = []
    package var cursor = ListCursor()

    package init() {}

    package mutating func add(_ text: Phrase, _ tone: Tone, isToast: Bool, at now: Moment) {
        entries.append(Entry(at: now, text: text, tone: tone, isToast: isToast))
        if entries.count > Self.limit { entries.removeFirst(entries.count - Self.limit) }
        // Newest on top: the cursor stays on the entry it is on.
        if cursor.index > 0 { cursor.index += 1 }
    }

    /// What the status line says now.
    package func toast(at now: Moment) -> Entry? {
        guard let last = entries.last(where: \.isToast),
            now.since(last.at) < Self.shownFor[last.tone] ?? 0
        else { return nil }
        return last
    }
}
