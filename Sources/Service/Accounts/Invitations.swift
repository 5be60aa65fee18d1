package import Domain

/// How newcomers come in where a member must vouch for them.
///
/// 1. A code works once, also for two who use it in the same moment, and until it expires.
/// 2. It is worth nothing while whoever made it is banned, or may not invite any more.
/// 3. Nobody has more than `bound` open ones, so that one account cannot let in a crowd unseen.
package struct Invitations: Sendable {
    package static let bound = 20
    package static let days = 1...90
    package static let usualDays = 7
    /// Of base32: 100 bits.
    private static let codeLength = 20
    private static let daySeconds: Int64 = 86_400

    private let store: any InvitationStore
    private let accounts: any AccountStore
    private let roles: any RoleStore
    private let settings: any SettingsStore
    private let secrets: any Secrets
    private let clock: Clock

    package init(
        store: any InvitationStore, accounts: any AccountStore, roles: any RoleStore,
        settings: any SettingsStore, secrets: any Secrets, clock: Clock
    ) {
        self.store = store
        self.accounts = accounts
        self.roles = roles
        self.settings = settings
        self.secrets = secrets
        self.clock = clock
    }

    /// The invitation, and the code that is shown this once.
    package func invite(
        days: Int?, note: String?, by actor: Actor
    ) async throws -> (invitation: InvitationRecord, code: String) {
        if let objection = Conduct.objection(to: actor, using: .usersInvite) {
            throw ServiceError.objected(objection)
        }
        // An invitation that nobody could use would only disappoint.
        guard try await settings.settings().registration != .closed else {
            throw ServiceError.registrationClosed
        }
        let now = clock.now()
        let code = SpokenCode.make(
            of: secrets.digest(secrets.token()), length: Self.codeLength)
        let draft = InvitationDraft(
            inviter: actor.id, digest: try digest(code), note: try Self.checked(note),
            createdAt: now, expiresAt: try Self.end(days: days, now: now))
        do {
            let id = try await store.invite(draft, bound: Self.bound)
            return (try await existing(id), code)
        } catch StoreFailure.tooMany {
            throw ServiceError.conflict(
                code: "too_many_invitations",
                "You have \(Self.bound) open invitations: withdraw one, or wait until one is used.")
        }
    }

    /// The caller's; everybody's for those who manage members.
    package func list(for actor: Actor, before id: InvitationID?, limit: Int) async throws
        -> [InvitationRecord]
    {
        try await store.invitations(
            of: actor.may(.usersManage) ? nil : actor.id, before: id, limit: limit)
    }

    package func withdraw(_ id: InvitationID, by actor: Actor) async throws {
        let invitation = try await existing(id)
        var audit: AuditEntry?
        if invitation.inviter != actor.id {
            guard actor.may(.usersManage) else { throw ServiceError.notFound("invitation") }
            let inviter = try await accounts.account(invitation.inviter)
            let tree = try await roles.tree()
            let weight = inviter.flatMap { tree[$0.roleID]?.weight }
            // A member who is gone weighs nothing, and stays so.
            let target = weight.map { Premise.Target(invitation.inviter, weighing: $0) }
            if let objection = Conduct.objection(
                to: actor, using: .usersManage, on: invitation.inviter,
                weighing: weight ?? .guest)
            {
                throw ServiceError.objected(objection)
            }
            audit = AuditEntry(
                actor, "invitation.withdrawn",
                "invitation \(id) of user \(invitation.inviterName)", before: "open",
                after: "withdrawn", at: clock.now(), on: target)
        }
        do {
            try await store.withdraw(id, at: clock.now(), audit: audit)
        } catch StoreFailure.spent {
            throw ServiceError.conflict(
                code: "invitation_over", "This invitation is not open any more.")
        }
    }

    package func inviter(of user: UserID) async throws -> AccountRecord? {
        guard let invitation = try await store.invitation(usedBy: user) else { return nil }
        return try await accounts.account(invitation.inviter)
    }

    /// The digest to redeem.
    func admitted(by code: String) async throws -> [UInt8] {
        let digest = try digest(code)
        let now = clock.now()
        guard let invitation = try await store.invitation(digest: digest),
            invitation.isOpen(at: now),
            let inviter = try await accounts.account(invitation.inviter),
            inviter.ban(at: now) == nil,
            try await roles.tree().effective(inviter.roleID).contains(.usersInvite)
        else { throw Self.unknown }
        return digest
    }

    func redeem(_ digest: [UInt8], for account: NewAccount) async throws -> UserID {
        do {
            return try await store.create(account, redeeming: digest)
        } catch StoreFailure.spent {
            throw Self.unknown
        }
    }

    private static let unknown = ServiceError.invalid(
        field: "invite_code", "This invitation is unknown, was used, or is over.")

    private func digest(_ code: String) throws -> [UInt8] {
        guard let canonical = SpokenCode.canonical(code) else { throw Self.unknown }
        return secrets.digest(canonical)
    }

    private static func end(days: Int?, now: Timestamp) throws -> Timestamp {
        let days = days ?? usualDays
        guard Self.days.contains(days) else {
            throw ServiceError.invalid(
                field: "expires_in_days",
                "An invitation holds for \(Self.days.lowerBound) to \(Self.days.upperBound) days.")
        }
        return now.adding(seconds: Int64(days) * daySeconds)
    }

    private static func checked(_ note: String?) throws -> String? {
        guard let note else { return nil }
        // As it came: what is cleaned away is counted too, so that the bound is one anybody can see.
        guard note.unicodeScalars.count <= 200 else {
            throw ServiceError.invalid(field: "note", "A note has at most 200 characters.")
        }
        let cleaned = OneLine.cleaned(note)
        return cleaned.isEmpty ? nil : cleaned
    }

    private func existing(_ id: InvitationID) async throws -> InvitationRecord {
        guard let invitation = try await store.invitation(id) else {
            throw ServiceError.notFound("invitation")
        }
        return invitation
    }
}
