package import Domain

/// An account as the store keeps it.
package struct AccountRecord: Hashable, Sendable {
    package let id: UserID
    package let username: Username
    package let passwordHash: String
    package let roleID: RoleID
    package let passkey: Passkey
    package let createdAt: Timestamp
    package let totals: Totals
    package let ban: Ban?

    package init(
        id: UserID, username: Username, passwordHash: String, roleID: RoleID, passkey: Passkey,
        createdAt: Timestamp, totals: Totals, ban: Ban?
    ) {
        self.id = id
        self.username = username
        self.passwordHash = passwordHash
        self.roleID = roleID
        self.passkey = passkey
        self.createdAt = createdAt
        self.totals = totals
        self.ban = ban
    }

    package func ban(at now: Timestamp) -> Ban? {
        guard let ban, ban.expiresAt.map({ now < $0 }) ?? true else { return nil }
        return ban
    }
}

/// A member's counters: the sum of all sessions and adjustments.
package struct Totals: Hashable, Sendable {
    package var up: ByteCount
    package var down: ByteCount

    package static let zero = Totals(up: .zero, down: .zero)

    package init(up: ByteCount, down: ByteCount) {
        self.up = up
        self.down = down
    }

    package var ratio: Ratio { Ratio(up: up, down: down) }
}

package struct Ban: Hashable, Sendable {
    package let reason: String
    /// `nil` for good.
    package let expiresAt: Timestamp?

    package init(reason: String, expiresAt: Timestamp?) {
        self.reason = reason
        self.expiresAt = expiresAt
    }
}

package struct NewAccount: Hashable, Sendable {
    package let username: Username
    package let passwordHash: String
    package let roleID: RoleID
    package let passkey: Passkey
    package let createdAt: Timestamp

    package init(
        username: Username, passwordHash: String, roleID: RoleID, passkey: Passkey,
        createdAt: Timestamp
    ) {
        self.username = username
        self.passwordHash = passwordHash
        self.roleID = roleID
        self.passkey = passkey
        self.createdAt = createdAt
    }
}
