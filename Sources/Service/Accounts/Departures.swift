package import Domain

/// Accounts that are deleted, for everyone and at once: sessions end, open streams close, and the
/// tracker knows the passkey no more. What they did stays: every ledger row, the audit log, and
/// what they published, as a deleted member's.
package struct Departures: Sendable {
    private let accounts: any AccountStore
    private let roles: any RoleStore
    private let announcer: Announcer
    private let notices: NoticeBoard
    private let clock: Clock

    package init(
        accounts: any AccountStore, roles: any RoleStore, announcer: Announcer,
        notices: NoticeBoard, clock: Clock
    ) {
        self.accounts = accounts
        self.roles = roles
        self.announcer = announcer
        self.notices = notices
        self.clock = clock
    }

    package func delete(_ id: UserID, reason: String, by actor: Actor) async throws {
        let reason = try Reason.checked(reason)
        guard let account = try await accounts.account(id) else {
            throw ServiceError.notFound("member")
        }
        let role = try await roles.tree()[account.roleID]
        let weight = role?.weight ?? .superAdmin
        if let objection = Conduct.objection(
            to: actor, deletingAccount: id, weighing: weight)
        {
            throw ServiceError.objected(objection)
        }
        let audit = AuditEntry(
            actor, "user.deleted", "user \(account.username)", reason: reason,
            before: "role \(role?.name.rawValue ?? "none")", at: clock.now(),
            on: Premise.Target(id, weighing: weight))
        do {
            try await accounts.deleteAccount(id, retiring: .random(), audit: audit)
        } catch StoreFailure.lastSuperAdmin {
            throw ServiceError.objected(.lastSuperAdmin)
        } catch StoreFailure.gone {
            throw ServiceError.notFound("member")
        }
        notices.post(Notice(.sessionEnded, to: .user(id), reason: reason))
        notices.post(Notice(.userChanged, to: .holders(of: .usersRead), user: id))
        try await announcer.review(id)
    }
}
