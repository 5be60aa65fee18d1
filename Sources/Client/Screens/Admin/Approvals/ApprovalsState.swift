package import API
package import Domain

/// What waits for the staff.
package struct ApprovalsState: Equatable, Sendable {
    package static let pageSize = 100

    package var items: [CatalogSummary] = []
    package var total: Int?
    package var cursor = ListCursor()
    package var marks = Marks<CatalogID>()
    package var hasAnswer = false
    package var failure: CommunityFailure?
    /// Being approved or rejected.
    package var deciding: Set<CatalogID> = []

    package init() {}

    package static let query = CatalogQuery(
        sort: .newest, status: .pending, page: PageQuery(limit: pageSize))

    package var current: CatalogSummary? {
        items.indices.contains(cursor.index) ? items[cursor.index] : nil
    }

    package var count: Int { max(total ?? 0, items.count) }
}
