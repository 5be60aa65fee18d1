package import Domain

/// A ban of an internet address or a block of them.
package struct AddressBanBody: Codable, Hashable, Sendable {
    package let id: Int64
    /// `10.0.0.0/8`, `2001:db8::/32`, or one address.
    package let range: String
    package let reason: String
    /// `nil` for good.
    package let expiresAt: Timestamp?
    /// Who made it.
    package let actor: String
    package let madeAt: Timestamp

    package init(
        id: Int64, range: String, reason: String, expiresAt: Timestamp?, actor: String,
        madeAt: Timestamp
    ) {
        self.id = id
        self.range = range
        self.reason = reason
        self.expiresAt = expiresAt
        self.actor = actor
        self.madeAt = madeAt
    }
}

package struct NewAddressBan: Codable, Hashable, Sendable {
    package let range: String
    package let reason: String
    /// Left out for good.
    package let expiresAt: Timestamp?

    package init(range: String, reason: String, expiresAt: Timestamp? = nil) {
        self.range = range
        self.reason = reason
        self.expiresAt = expiresAt
    }
}

/// A rule about clients, by how their peer ids begin (BEP 20).
package struct ClientBanBody: Codable, Hashable, Sendable {
    package let id: Int64
    package let prefix: String
    package let kind: ClientRule
    package let reason: String
    /// Who made it.
    package let actor: String
    package let madeAt: Timestamp

    package init(
        id: Int64, prefix: String, kind: ClientRule = .ban, reason: String, actor: String,
        madeAt: Timestamp
    ) {
        self.id = id
        self.prefix = prefix
        self.kind = kind
        self.reason = reason
        self.actor = actor
        self.madeAt = madeAt
    }
}

package struct NewClientBan: Codable, Hashable, Sendable {
    package let prefix: String
    /// Left out it is a ban.
    package let kind: ClientRule?
    package let reason: String

    package init(prefix: String, kind: ClientRule? = nil, reason: String) {
        self.prefix = prefix
        self.kind = kind
        self.reason = reason
    }
}
