package import Domain

/// Making accounts, and what staff does with them.
package struct Members: Sendable {
    private let accounts: any AccountStore
    private let roles: any RoleStore
    private let settings: any SettingsStore
    private let invitations: Invitations
    private let hashing: any PasswordHashing
    private let passwords: PasswordCheck
    private let notices: NoticeBoard
    private let clock: Clock

    init(
        accounts: any AccountStore, roles: any RoleStore, settings: any SettingsStore,
        invitations: Invitations, hashing: any PasswordHashing, passwords: PasswordCheck,
        notices: NoticeBoard, clock: Clock
    ) {
        self.accounts = accounts
        self.roles = roles
        self.settings = settings
        self.invitations = invitations
        self.hashing = hashing
        self.passwords = passwords
        self.notices = notices
        self.clock = clock
    }

    /// The first account of a community; does nothing and answers `nil` when there are any.
    package func createFirst(username: Username, password: String) async throws -> UserID? {
        guard try await accounts.countAccounts(matching: "") == 0 else { return nil }
        // The documented first day signs in as admin with admin123, and changes it.
        return try await create(
            username, password, role: BuiltInRoles.superAdmin, audit: nil, refusingCommon: false)
    }

    /// A code that is given is used, also where none is needed: who invited whom is kept.
    package func register(username: String, password: String, inviteCode: String? = nil)
        async throws -> AccountRecord
    {
        // Staff may have deleted the role that newcomers get.
        let mode = try await settings.settings().registration
        guard mode != .closed, try await roles.tree()[BuiltInRoles.member] != nil else {
            throw ServiceError.registrationClosed
        }
        if mode == .invite, inviteCode == nil { throw ServiceError.invitationNeeded }
        var invitation: [UInt8]?
        if let inviteCode { invitation = try await invitations.admitted(by: inviteCode) }
        let id = try await create(
            try name(username), password, role: BuiltInRoles.member, audit: nil,
            redeeming: invitation)
        return try await existing(id)
    }

    package func create(username: String, password: String, role: RoleID, by actor: Actor)
        async throws -> AccountRecord
    {
        let name = try name(username)
        let tree = try await roles.tree()
        guard let role = tree[role] else {
            throw ServiceError.invalid(field: "role_id", "There is no role with this id.")
        }
        // A member who does not exist yet weighs nothing and is nobody's own account.
        if let objection = Conduct.objection(
            to: actor, assigning: role, permissions: tree.effective(role.id), to: UserID(-1),
            weighing: .guest)
        {
            throw ServiceError.objected(objection)
        }
        let audit = AuditEntry(
            actor, "user.created", "user \(name)", after: "role \(role.name)", at: clock.now(),
            in: tree)
        let id = try await create(name, password, role: role.id, audit: audit)
        return try await existing(id)
    }

    package func member(_ id: UserID) async throws -> AccountRecord { try await existing(id) }

    package func members(matching text: String, after: String?, limit: Int) async throws
        -> [AccountRecord]
    {
        try await accounts.accounts(
            matching: OneLine.cleaned(text.prefix(100)), after: after, limit: limit)
    }

    package func countMembers(matching text: String) async throws -> Int {
        try await accounts.countAccounts(matching: OneLine.cleaned(text.prefix(100)))
    }

    package func setRole(of id: UserID, to role: RoleID, by actor: Actor) async throws
        -> AccountRecord
    {
        let account = try await existing(id)
        let tree = try await roles.tree()
        guard let old = tree[account.roleID], let new = tree[role] else {
            throw ServiceError.invalid(field: "role_id", "There is no role with this id.")
        }
        if let objection = Conduct.objection(
            to: actor, assigning: new, permissions: tree.effective(new.id), to: id,
            weighing: old.weight)
        {
            throw ServiceError.objected(objection)
        }
        let audit = AuditEntry(
            actor, "user.role_changed", "user \(account.username)", before: "\(old.name)",
            after: "\(new.name)", at: clock.now(), on: Premise.Target(id, weighing: old.weight),
            in: tree)
        do {
            try await accounts.setRole(of: id, to: role, audit: audit)
        } catch StoreFailure.gone {
            throw ServiceError.invalid(field: "role_id", "There is no role with this id.")
        } catch StoreFailure.lastSuperAdmin {
            throw ServiceError.objected(.lastSuperAdmin)
        }
        notices.post(Notice(.meChanged, to: .user(id)))
        notices.post(Notice(.userChanged, to: .holders(of: .usersRead), user: id))
        return try await existing(id)
    }

    package func ban(_ id: UserID, reason: String, until: Timestamp?, by actor: Actor) async throws
        -> AccountRecord
    {
        let reason = try Reason.checked(reason)
        if let until, until <= clock.now() || until > .endOfDates {
            throw ServiceError.invalid(
                field: "expires_at", "A ban ends in the future, before the year 10000.")
        }
        let (account, target) = try await target(id, by: actor)
        let audit = AuditEntry(
            actor, "user.banned", "user \(account.username)", reason: reason,
            before: Self.words(account.ban(at: clock.now())),
            after: Self.words(Ban(reason: reason, expiresAt: until)), at: clock.now(), on: target)
        do {
            try await accounts.setBan(
                of: id, Ban(reason: reason, expiresAt: until), at: clock.now(), audit: audit)
        } catch StoreFailure.lastSuperAdmin {
            throw ServiceError.objected(.lastSuperAdmin)
        }
        notices.post(Notice(.sessionEnded, to: .user(id), reason: reason))
        notices.post(Notice(.userChanged, to: .holders(of: .usersRead), user: id))
        return try await existing(id)
    }

    package func unban(_ id: UserID, by actor: Actor) async throws -> AccountRecord {
        let (account, target) = try await target(id, by: actor)
        let audit = AuditEntry(
            actor, "user.unbanned", "user \(account.username)",
            before: Self.words(account.ban(at: clock.now())), after: Self.words(nil),
            at: clock.now(), on: target)
        try await accounts.setBan(of: id, nil, at: clock.now(), audit: audit)
        notices.post(Notice(.userChanged, to: .holders(of: .usersRead), user: id))
        return try await existing(id)
    }

    /// Answers how many keys for scripts ended with the old password.
    package func changePassword(of caller: Person, current: String, new: String) async throws
        -> Int
    {
        try await passwords.require(current, of: caller)
        try check(new, for: caller.actor.username)
        let hash = try await hashing.hash(PasswordRule.normalized(new))
        let keys: Int
        do {
            keys = try await accounts.changePassword(
                of: caller.actor.id, from: caller.account.passwordHash, to: hash,
                passkey: .random(), at: clock.now())
        } catch StoreFailure.gone {
            // Somebody else who knew the old one was faster.
            throw ServiceError.wrongCredentials
        }
        notices.post(
            Notice(.sessionEnded, to: .user(caller.actor.id), reason: "The password was changed."))
        return keys
    }

    package func resetPasskey(of caller: Person) async throws {
        try await accounts.setPasskey(of: caller.actor.id, .random())
        notices.post(Notice(.meChanged, to: .user(caller.actor.id)))
    }

    private static func words(_ ban: Ban?) -> String {
        guard let ban else { return "not banned" }
        let end = ban.expiresAt.map { "until \($0.inWords)" } ?? "for good"
        return "banned \(end): \(ban.reason)"
    }

    private func target(_ id: UserID, by actor: Actor) async throws
        -> (AccountRecord, Premise.Target)
    {
        let account = try await existing(id)
        let weight = try await roles.tree()[account.roleID]?.weight ?? .superAdmin
        if let objection = Conduct.objection(to: actor, banning: id, weighing: weight) {
            throw ServiceError.objected(objection)
        }
        return (account, Premise.Target(id, weighing: weight))
    }

    private func create(
        _ name: Username, _ password: String, role: RoleID, audit: AuditEntry?,
        redeeming invitation: [UInt8]? = nil, refusingCommon: Bool = true
    ) async throws -> UserID {
        try check(password, for: name, refusingCommon: refusingCommon)
        let account = NewAccount(
            username: name,
            passwordHash: try await hashing.hash(PasswordRule.normalized(password)), roleID: role,
            passkey: .random(), createdAt: clock.now())
        do {
            let id =
                if let invitation {
                    try await invitations.redeem(invitation, for: account)
                } else {
                    try await accounts.create(account, audit: audit)
                }
            notices.post(Notice(.userChanged, to: .holders(of: .usersRead), user: id))
            return id
        } catch StoreFailure.duplicate {
            throw ServiceError.conflict(code: "name_taken", "The name \(name) is taken.")
        } catch StoreFailure.looksLike(let other) {
            throw ServiceError.conflict(
                code: "name_looks_alike",
                "The name \(name) could be taken for \(other), which there is already.")
        } catch StoreFailure.gone {
            // Staff deleted the role in this very moment.
            throw ServiceError.invalid(field: "role_id", "There is no role with this id.")
        }
    }

    private func check(_ password: String, for name: Username, refusingCommon: Bool = true) throws {
        if let complaint = PasswordRule.complaint(
            about: password, username: name.rawValue, refusingCommon: refusingCommon)
        {
            throw ServiceError.invalid(field: "password", complaint)
        }
    }

    private func name(_ text: String) throws -> Username {
        guard let name = Username(rawValue: text) else {
            throw ServiceError.invalid(
                field: "username",
                "A name has 2 to 32 of a–z, 0–9, dot, dash and underscore, and begins with a letter or digit."
            )
        }
        return name
    }

    private func existing(_ id: UserID) async throws -> AccountRecord {
        guard let account = try await accounts.account(id) else {
            throw ServiceError.notFound("member")
        }
        return account
    }
}
