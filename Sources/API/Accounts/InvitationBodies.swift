package import Domain

/// A newcomer's wish for an account.
package struct Registration: Codable, Hashable, Sendable {
    package let username: String
    package let password: String
    /// Where newcomers come by invitation; elsewhere it tells who invited them.
    package let inviteCode: String?

    package init(username: String, password: String, inviteCode: String? = nil) {
        self.username = username
        self.password = password
        self.inviteCode = inviteCode
    }
}

/// Without a number of days it holds for a week.
package struct NewInvitation: Codable, Hashable, Sendable {
    package let expiresInDays: Int?
    /// For whom, or why: shown to whoever sees the invitation.
    package let note: String?

    package init(expiresInDays: Int? = nil, note: String? = nil) {
        self.expiresInDays = expiresInDays
        self.note = note
    }
}

package struct InvitationBody: Codable, Hashable, Sendable {
    package enum State: String, CaseIterable, Codable, Sendable {
        case open, used, expired, withdrawn
    }

    package let id: InvitationID
    package let state: State
    package let invitedBy: MemberName
    package let note: String?
    package let createdAt: Timestamp
    package let expiresAt: Timestamp
    package let usedBy: MemberName?
    package let usedAt: Timestamp?
    /// Only in the answer that makes it: it is not kept.
    package let code: String?

    package init(
        id: InvitationID, state: State, invitedBy: MemberName, note: String?, createdAt: Timestamp,
        expiresAt: Timestamp, usedBy: MemberName? = nil, usedAt: Timestamp? = nil,
        code: String? = nil
    ) {
        self.id = id
        self.state = state
        self.invitedBy = invitedBy
        self.note = note
        self.createdAt = createdAt
        self.expiresAt = expiresAt
        self.usedBy = usedBy
        self.usedAt = usedAt
        self.code = code
    }
}
