package import API
package import Domain

/// Who did what, newest first.
package struct AuditState: Equatable, Sendable {
    package static let pageSize = 100

    /// Words, each somewhere in an entry.
    package var search = TextField()
    package var isSearching = false
    package var filter = AuditFilter()
    /// The filter's times as moments.
    package var since: Timestamp?
    package var until: Timestamp?
    package var items: [AuditBody] = []
    package var nextCursor: String?
    package var cursor = ListCursor()
    package var awaited: AuditQuery?
    package var hasAnswer = false
    package var failure: CommunityFailure?
    /// Something happened that is written down; the list is asked for again, quietly.
    package var isStale = false
    package var askedAt = Moment(milliseconds: 0)

    package init() {}

    package var current: AuditBody? {
        items.indices.contains(cursor.index) ? items[cursor.index] : nil
    }

    package var isFiltered: Bool { !search.isEmpty || !filter.isEmpty }

    package var query: AuditQuery {
        AuditQuery(
            q: Self.bounded(search.text),
            actor: filter.actor.isEmpty ? nil : Self.bounded(filter.actor),
            act: filter.act.isEmpty ? nil : Self.bounded(filter.act), since: since, until: until,
            page: PageQuery(limit: Self.pageSize))
    }

    /// As much as the server takes; nobody means more by a longer one.
    private static func bounded(_ text: String) -> String {
        var text = text
        while text.utf8.count > 200 { text.removeLast() }
        return text
    }
}
