package import Domain

/// An invitation as the store keeps it, with the names that go with it.
package struct InvitationRecord: Hashable, Sendable {
    package let id: InvitationID
    package let inviter: UserID
    package let inviterName: String
    package let note: String?
    package let createdAt: Timestamp
    package let expiresAt: Timestamp
    package let withdrawnAt: Timestamp?
    package let usedAt: Timestamp?
    package let usedBy: UserID?
    package let usedByName: String?

    package init(
        id: InvitationID, inviter: UserID, inviterName: String, note: String?,
        createdAt: Timestamp, expiresAt: Timestamp, withdrawnAt: Timestamp?, usedAt: Timestamp?,
        usedBy: UserID?, usedByName: String?
    ) {
        self.id = id
        self.inviter = inviter
        self.inviterName = inviterName
        self.note = note
        self.createdAt = createdAt
        self.expiresAt = expiresAt
        self.withdrawnAt = withdrawnAt
        self.usedAt = usedAt
        self.usedBy = usedBy
        self.usedByName = usedByName
    }

    package func isOpen(at now: Timestamp) -> Bool {
        usedAt == nil && withdrawnAt == nil && now < expiresAt
    }
}

package struct InvitationDraft: Hashable, Sendable {
    package let inviter: UserID
    package let digest: [UInt8]
    package let note: String?
    package let createdAt: Timestamp
    package let expiresAt: Timestamp

    package init(
        inviter: UserID, digest: [UInt8], note: String?, createdAt: Timestamp,
        expiresAt: Timestamp
    ) {
        self.inviter = inviter
        self.digest = digest
        self.note = note
        self.createdAt = createdAt
        self.expiresAt = expiresAt
    }
}

/// Invitations, their codes as SHA-256 digests: a code is 100 random bits, so a slow hash would add
/// nothing. None is ever deleted: they say who invited whom.
package protocol InvitationStore: Sendable {
    /// Throws `.tooMany` when the inviter has `bound` open ones.
    func invite(_ draft: InvitationDraft, bound: Int) async throws -> InvitationID
    func invitation(_ id: InvitationID) async throws -> InvitationRecord?
    func invitation(digest: [UInt8]) async throws -> InvitationRecord?
    /// Newest first, before `id`; everybody's for `nil`.
    func invitations(of inviter: UserID?, before id: InvitationID?, limit: Int) async throws
        -> [InvitationRecord]
    /// The one that `user` came with.
    func invitation(usedBy user: UserID) async throws -> InvitationRecord?
    /// Throws `.spent` when it is not open. The audit entry is for somebody else's.
    func withdraw(_ id: InvitationID, at: Timestamp, audit: AuditEntry?) async throws
    /// The account and the use of its invitation, both or neither. Throws `.spent` when the
    /// invitation is not open any more, and else as `AccountStore.create`.
    func create(_ account: NewAccount, redeeming digest: [UInt8]) async throws -> UserID
}
