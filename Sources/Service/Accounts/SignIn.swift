package import Domain

/// A pair of tokens as a sign-in hands it out.
package struct TokenPair: Hashable, Sendable {
    package let access: String
    package let refresh: String
    /// Seconds the access token lives.
    package let lifetime: Int64
}

/// Signing in, staying signed in, and signing out.
///
/// 1. An access token names a user and a session; what the user may do is looked up each time.
/// 2. A refresh token works once. Using it again ends the session it belongs to, but within
///    `raceSeconds`: two programs of one person may meet. The later one gets nothing from it, so a
///    thief gains nothing, and whoever tries again after that ends the session all the same.
/// 3. An unknown name costs the same work as a wrong password.
package struct SignIn: Sendable {
    package static let accessLifetime: Int64 = 15 * 60
    package static let refreshLifetime: Int64 = 30 * 86_400
    package static let raceSeconds: Int64 = 5
    /// A session or key in use is noted this often, in seconds.
    private static let noteEvery: Int64 = 60

    private let accounts: any AccountStore
    private let sessions: any SessionStore & OwnSessionStore
    private let keys: any APIKeyStore
    private let factors: SecondFactors
    private let roles: any RoleStore
    private let hashing: any PasswordHashing
    private let tokens: any AccessTokens
    private let secrets: any Secrets
    private let notices: NoticeBoard
    private let throttle: SignInThrottle
    private let clock: Clock

    package init(
        accounts: any AccountStore, sessions: any SessionStore & OwnSessionStore,
        keys: any APIKeyStore, factors: SecondFactors, roles: any RoleStore,
        hashing: any PasswordHashing, tokens: any AccessTokens, secrets: any Secrets,
        notices: NoticeBoard, throttle: SignInThrottle, clock: Clock
    ) {
        self.accounts = accounts
        self.sessions = sessions
        self.keys = keys
        self.factors = factors
        self.roles = roles
        self.hashing = hashing
        self.tokens = tokens
        self.secrets = secrets
        self.notices = notices
        self.throttle = throttle
        self.clock = clock
    }

    /// Throws `ServiceError.tooManyAttempts` to whoever failed too often.
    package func signIn(
        username: String, password: String, code: String? = nil, from visit: Visit = Visit()
    ) async throws -> TokenPair {
        let attempt = try throttle.begin(Username(rawValue: username), from: visit.address)
        guard password.utf8.count <= PasswordRule.mostBytes else {
            throw ServiceError.wrongCredentials
        }
        guard let name = Username(rawValue: username),
            let account = try await accounts.account(named: name)
        else {
            try await hashing.pretendToAccept(password)
            throw ServiceError.wrongCredentials
        }
        guard try await hashing.accepts(password, against: account.passwordHash) else {
            throw ServiceError.wrongCredentials
        }
        let now = clock.now()
        try refuseBanned(account, at: now)
        // A guessed code counts as a guessed password does.
        try await factors.admit(account.id, code: code)
        throttle.succeeded(attempt)
        let family = secrets.token()
        let refresh = secrets.token()
        do {
            try await sessions.begin(
                family: family, user: account.id, provenBy: account.passwordHash,
                tokenDigest: secrets.digest(refresh), at: now,
                expires: now.adding(seconds: Self.refreshLifetime), from: visit)
        } catch StoreFailure.gone {
            throw ServiceError.wrongCredentials
        }
        return try await pair(user: account.id, family: family, refresh: refresh, at: now)
    }

    package func refresh(_ token: String, from visit: Visit = Visit()) async throws -> TokenPair {
        let now = clock.now()
        let next = secrets.token()
        let outcome = try await sessions.rotate(
            digest: secrets.digest(token), next: secrets.digest(next), at: now,
            expires: now.adding(seconds: Self.refreshLifetime))
        switch outcome {
        case .unknown:
            throw ServiceError.notSignedIn("The refresh token is unknown or expired.")
        case .raced: throw ServiceError.refreshRaced
        case .reused(let session):
            tellEnd(of: session.family, "A refresh token was used twice.")
            throw ServiceError.notSignedIn(
                "The refresh token was used before; the session has been ended.")
        case .rotated(let session):
            guard let account = try await accounts.account(session.userID) else {
                throw ServiceError.notSignedIn("The account is gone.")
            }
            try refuseBanned(account, at: now)
            // What was learnt of addresses is gone after a restart; clients renew soon after it.
            throttle.remember(account.username, at: visit.address)
            try await sessions.saw(family: session.family, visit, at: now)
            return try await pair(
                user: session.userID, family: session.family, refresh: next, at: now)
        }
    }

    package func signOut(_ person: Person) async throws {
        try await sessions.end(family: person.family, at: clock.now())
        tellEnd(of: person.family, "You signed out.")
    }

    /// Open event streams of a session end with it, and not at their next beat.
    private func tellEnd(of family: String, _ reason: String) {
        notices.post(Notice(.sessionEnded, to: .session(family), reason: reason))
    }

    /// Who holds this access token or key, as things stand now.
    package func caller(token: String, from address: IPAddress? = nil) async throws -> Caller {
        if token.hasPrefix(APIKeys.prefix) {
            let digest = secrets.digest(token)
            return try await caller(key: try await keys.standing(keyDigest: digest), from: address)
        }
        return try await caller(
            claims: try await tokens.verify(token, at: clock.now()), from: address)
    }

    /// The same caller as things stand now: open event streams ask before each event.
    package func renewed(_ caller: Caller) async throws -> Caller {
        switch caller.credential {
        case .session(let family):
            try await self.caller(
                claims: AccessClaims(user: caller.actor.id, family: family),
                from: caller.actor.address)
        case .key(let id):
            try await self.caller(
                key: try await keys.standing(key: id), from: caller.actor.address)
        }
    }

    private func caller(claims: AccessClaims, from address: IPAddress?) async throws -> Caller {
        guard let standing = try await sessions.standing(family: claims.family),
            !standing.session.isOver, standing.session.userID == claims.user
        else {
            throw ServiceError.notSignedIn("The session is over; sign in again.")
        }
        let role = try role(of: standing.account, in: standing.roles)
        if isDue(standing.seenAt) {
            // A note that cannot be kept refuses nobody.
            try? await sessions.saw(
                family: claims.family, Visit(address: address), at: clock.now())
        }
        let actor = Actor(
            id: standing.account.id, username: standing.account.username, role: role,
            permissions: standing.roles.effective(role.id), address: address)
        return Caller(
            actor: actor, account: standing.account, credential: .session(claims.family))
    }

    private func caller(key standing: APIKeyStanding?, from address: IPAddress?) async throws
        -> Caller
    {
        guard let standing, !standing.key.isOver(at: clock.now()) else {
            throw ServiceError.notSignedIn("The key is unknown, or is over.")
        }
        let role = try role(of: standing.account, in: standing.roles)
        if isDue(standing.key.usedAt) {
            try? await keys.used(key: standing.key.id, at: clock.now())
        }
        let actor = Actor(
            id: standing.account.id, username: standing.account.username, role: role.asKey(),
            permissions: standing.roles.effective(role.id)
                .intersection(standing.key.permissions), address: address)
        return Caller(actor: actor, account: standing.account, credential: .key(standing.key.id))
    }

    private func role(of account: AccountRecord, in tree: RoleTree) throws -> Role {
        try refuseBanned(account, at: clock.now())
        guard let role = tree[account.roleID] else {
            throw ServiceError.notSignedIn("The account has no role.")
        }
        return role
    }

    private func isDue(_ noted: Timestamp?) -> Bool {
        noted.map { $0.adding(seconds: Self.noteEvery) <= clock.now() } ?? true
    }

    private func pair(user: UserID, family: String, refresh: String, at now: Timestamp) async throws
        -> TokenPair
    {
        let access = try await tokens.sign(
            AccessClaims(user: user, family: family), at: now,
            expires: now.adding(seconds: Self.accessLifetime))
        return TokenPair(access: access, refresh: refresh, lifetime: Self.accessLifetime)
    }

    private func refuseBanned(_ account: AccountRecord, at now: Timestamp) throws {
        if let ban = account.ban(at: now) {
            throw ServiceError.banned(reason: ban.reason, until: ban.expiresAt)
        }
    }
}
