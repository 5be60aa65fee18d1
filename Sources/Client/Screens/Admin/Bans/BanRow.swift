import API
package import Domain

/// A ban as a row: of addresses, or of clients.
package struct BanRow: Hashable, Sendable {
    package let id: Int64
    /// A block of addresses, or the beginning of peer ids.
    package let whom: String
    package let reason: String
    package let actor: String
    package let madeAt: Timestamp
    /// `nil` for good; a client's always is.
    package let expiresAt: Timestamp?
    /// A client that is let in, while others are not.
    package let isAllowed: Bool

    init(_ ban: AddressBanBody) {
        id = ban.id
        whom = ban.range
        reason = ban.reason
        actor = ban.actor
        madeAt = ban.madeAt
        expiresAt = ban.expiresAt
        isAllowed = false
    }

    init(_ ban: ClientBanBody) {
        id = ban.id
        whom = ban.prefix
        reason = ban.reason
        actor = ban.actor
        madeAt = ban.madeAt
        expiresAt = nil
        isAllowed = ban.kind == .allow
    }
}
