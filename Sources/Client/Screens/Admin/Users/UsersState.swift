package import API

/// The members, by name.
package struct UsersState: Equatable, Sendable {
    package static let pageSize = 100

    package var search = TextField()
    package var isSearching = false
    package var items: [UserBody] = []
    package var total: Int?
    package var nextCursor: String?
    package var cursor = ListCursor()
    package var awaited: UserQuery?
    package var hasAnswer = false
    package var failure: CommunityFailure?

    package init() {}

    package var current: UserBody? {
        items.indices.contains(cursor.index) ? items[cursor.index] : nil
    }

    package var query: UserQuery {
        UserQuery(q: search.text, page: PageQuery(limit: Self.pageSize))
    }
}
