package import API
package import Domain

/// The members, by name.
package struct UsersState: Equatable, Sendable {
    package static let pageSize = 100

    package var search = TextField()
    package var isSearching = false
    package var items: [UserBody] = []
    package var total: Int?
    package var nextCursor: String?
    package var cursor = ListCursor()
    package var marks = Marks<UserID>()
    package var awaited: UserQuery?
    package var hasAnswer = false
    package var failure: CommunityFailure?

    /// Of the member whose profile is on the screen.
    package var file: MemberFile?

    package init() {}

    package var current: UserBody? {
        items.indices.contains(cursor.index) ? items[cursor.index] : nil
    }

    package subscript(id: UserID) -> UserBody? { items.first { $0.id == id } }

    package var query: UserQuery {
        UserQuery(q: search.text, page: PageQuery(limit: Self.pageSize))
    }
}
