package import Domain

/// A ban of internet addresses as the store keeps it.
package struct AddressBan: Hashable, Sendable {
    package let id: Int64
    package let range: AddressRange
    package let reason: String
    /// `nil` for good.
    package let expiresAt: Timestamp?
    package let actorName: String
    package let madeAt: Timestamp

    package init(
        id: Int64, range: AddressRange, reason: String, expiresAt: Timestamp?, actorName: String,
        madeAt: Timestamp
    ) {
        self.id = id
        self.range = range
        self.reason = reason
        self.expiresAt = expiresAt
        self.actorName = actorName
        self.madeAt = madeAt
    }
}

/// A rule about clients, by how their peer ids begin: a ban, or an entry of the list of those that
/// alone are let in.
package struct ClientBan: Hashable, Sendable {
    package let id: Int64
    package let prefix: ClientPrefix
    package let kind: ClientRule
    package let reason: String
    package let actorName: String
    package let madeAt: Timestamp

    package init(
        id: Int64, prefix: ClientPrefix, kind: ClientRule = .ban, reason: String,
        actorName: String, madeAt: Timestamp
    ) {
        self.id = id
        self.prefix = prefix
        self.kind = kind
        self.reason = reason
        self.actorName = actorName
        self.madeAt = madeAt
    }
}

/// All bans of addresses and clients, with the number that each change of them raises.
package struct BanRecords: Hashable, Sendable {
    package let version: Int64
    package let addresses: [AddressBan]
    package let clients: [ClientBan]

    package init(version: Int64, addresses: [AddressBan], clients: [ClientBan]) {
        self.version = version
        self.addresses = addresses
        self.clients = clients
    }
}

package protocol BanStore: Sendable {
    /// `nil` while the number is still `version`.
    func bans(after version: Int64?) async throws -> BanRecords?
    /// Newest first, those with a smaller id.
    func addressBans(before id: Int64?, limit: Int) async throws -> [AddressBan]
    func clientBans(before id: Int64?, limit: Int) async throws -> [ClientBan]

    /// Where those who weigh so much or more were last seen, in sessions that are open.
    func addresses(ofWhomWeighs weight: RoleWeight) async throws -> [IPAddress]

    /// The id of `ban` is ignored; the new one is answered. Throws `.duplicate` while the same
    /// range is banned; a ban that has expired makes way.
    func ban(_ ban: AddressBan, audit: AuditEntry) async throws -> Int64
    func ban(_ ban: ClientBan, audit: AuditEntry) async throws -> Int64
    /// Throws `.gone`. The audit entry is made of what is there, in the same transaction.
    func liftAddressBan(_ id: Int64, audit: @escaping @Sendable (AddressBan) -> AuditEntry)
        async throws
    func liftClientBan(_ id: Int64, audit: @escaping @Sendable (ClientBan) -> AuditEntry)
        async throws
}
