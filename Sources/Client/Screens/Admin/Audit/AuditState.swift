package import API

/// Who did what, newest first.
package struct AuditState: Equatable, Sendable {
    package static let pageSize = 100

    package var items: [AuditBody] = []
    package var nextCursor: String?
    package var cursor = ListCursor()
    package var awaited: AuditQuery?
    package var hasAnswer = false
    package var failure: CommunityFailure?

    package init() {}

    package var current: AuditBody? {
        items.indices.contains(cursor.index) ? items[cursor.index] : nil
    }
}
