package import Domain

/// Second factors of sign-ins: six digits of an authenticator, or a recovery code.
///
/// 1. A secret counts only when a first code has shown that the authenticator has it.
/// 2. A code works once, also for two who use it in the same moment, and so does a recovery code.
/// 3. After five wrong codes in a row the next is looked at half a minute later, and each further
///    one doubles the wait, up to an hour. Only who knows the password gets as far, so nobody else is
///    locked out by it.
/// 4. The secret is kept as it is, not encrypted with a key that would lie beside it:
///    `docs/decisions/20261122-second-factors-are-kept-as-they-are.md`.
package struct SecondFactors: Sendable {
    package static let recoveryCodes = 10
    /// Of base32: 80 bits.
    private static let recoveryLength = 16
    private static let freeAttempts = 5
    private static let pause: Int64 = 30

    private let store: any SecondFactorStore
    private let accounts: any AccountStore
    private let roles: any RoleStore
    private let passwords: PasswordCheck
    private let secrets: any Secrets
    private let notices: NoticeBoard
    private let clock: Clock

    init(
        store: any SecondFactorStore, accounts: any AccountStore, roles: any RoleStore,
        passwords: PasswordCheck, secrets: any Secrets, notices: NoticeBoard, clock: Clock
    ) {
        self.store = store
        self.accounts = accounts
        self.roles = roles
        self.passwords = passwords
        self.secrets = secrets
        self.notices = notices
        self.clock = clock
    }

    package func isOn(for user: UserID) async throws -> Bool {
        try await store.secondFactor(of: user)?.confirmedAt != nil
    }

    /// A secret to put into an authenticator, in base32 and as a URI to scan.
    package func begin(by person: Person, password: String) async throws
        -> (secret: String, uri: String)
    {
        try await passwords.require(password, of: person)
        let secret = Array(secrets.digest(secrets.token()).prefix(TimedCode.secretLength))
        do {
            try await store.beginSecondFactor(
                of: person.account.id, secret: secret, at: clock.now())
        } catch StoreFailure.duplicate {
            throw ServiceError.conflict(
                code: "second_factor_on", "Your second factor is on already: take it off first.")
        }
        let uri = TimedCode.uri(secret: secret, username: person.account.username)
        return (Base32.encode(secret), uri)
    }

    /// From now on sign-ins ask for it. Answers the recovery codes, which are shown this once.
    package func confirm(by person: Person, code: String) async throws -> [String] {
        let (id, now) = (person.account.id, clock.now())
        guard let factor = try await store.secondFactor(of: id), factor.confirmedAt == nil else {
            throw Self.nothingToConfirm
        }
        guard let step = matchingStep(code, factor, at: now) else { throw ServiceError.wrongCode }
        let codes = (0..<Self.recoveryCodes).map { _ in
            SpokenCode.make(of: secrets.digest(secrets.token()), length: Self.recoveryLength)
        }
        do {
            try await store.confirmSecondFactor(
                of: id, step: step, recovery: codes.compactMap(digest), at: now)
        } catch StoreFailure.gone {
            throw Self.nothingToConfirm
        }
        notices.post(Notice(.meChanged, to: .user(id)))
        return codes
    }

    package func remove(by person: Person, password: String, code: String) async throws {
        try await passwords.require(password, of: person)
        guard try await isOn(for: person.account.id) else {
            throw ServiceError.notFound("second factor")
        }
        try await admit(person.account.id, code: code)
        _ = try await store.removeSecondFactor(of: person.account.id, audit: nil)
        notices.post(Notice(.meChanged, to: .user(person.account.id)))
    }

    /// For a member who lost the authenticator and the codes.
    package func remove(of id: UserID, reason: String, by actor: Actor) async throws {
        let reason = try Reason.checked(reason)
        guard let account = try await accounts.account(id) else {
            throw ServiceError.notFound("member")
        }
        if id == actor.id { throw ServiceError.objected(.ownAccount) }
        let weight = try await roles.tree()[account.roleID]?.weight ?? .superAdmin
        if let objection = Conduct.objection(
            to: actor, using: .usersManage, on: id, weighing: weight)
        {
            throw ServiceError.objected(objection)
        }
        let audit = AuditEntry(
            actor, "user.second_factor_removed", "user \(account.username)", reason: reason,
            before: "on", after: "off", at: clock.now(), on: Premise.Target(id, weighing: weight))
        guard try await store.removeSecondFactor(of: id, audit: audit) else {
            throw ServiceError.notFound("second factor")
        }
        notices.post(Notice(.meChanged, to: .user(id)))
    }

    /// Passes where there is none, or the code is right. Asked after the password and never before.
    func admit(_ user: UserID, code: String?) async throws {
        guard let factor = try await store.secondFactor(of: user), factor.confirmedAt != nil else {
            return
        }
        guard let code, !code.isEmpty else { throw ServiceError.secondFactorNeeded }
        let now = clock.now()
        guard
            try await store.admitCode(
                of: user, bound: Self.freeAttempts, pause: Self.pause, at: now)
        else { throw ServiceError.tooManyAttempts(seconds: Int(Self.pause)) }
        if let step = matchingStep(code, factor, at: now) {
            guard try await store.use(step: step, of: user) else { throw ServiceError.wrongCode }
        } else {
            guard let digest = digest(code),
                try await store.use(recovery: digest, of: user, at: now)
            else { throw ServiceError.wrongCode }
        }
    }

    private static let nothingToConfirm = ServiceError.conflict(
        code: "no_second_factor_begun", "Begin a second factor first.")

    private func matchingStep(_ code: String, _ factor: SecondFactorRecord, at now: Timestamp)
        -> Int64?
    {
        TimedCode.matchingStep(code, at: now) { message in
            secrets.hmacSHA1(message, key: factor.secret)
        }
    }

    private func digest(_ code: String) -> [UInt8]? {
        SpokenCode.canonical(code).map(secrets.digest)
    }
}
