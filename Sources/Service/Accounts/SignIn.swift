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
/// 2. A refresh token works once. Using it again ends the session it belongs to.
/// 3. An unknown name costs the same work as a wrong password.
package struct SignIn: Sendable {
    package static let accessLifetime: Int64 = 15 * 60
    package static let refreshLifetime: Int64 = 30 * 86_400

    private let accounts: any AccountStore
    private let sessions: any SessionStore
    private let roles: any RoleStore
    private let hashing: any PasswordHashing
    private let tokens: any AccessTokens
    private let secrets: any Secrets
    private let notices: NoticeBoard
    private let throttle: SignInThrottle
    private let clock: Clock

    package init(
        accounts: any AccountStore, sessions: any SessionStore, roles: any RoleStore,
        hashing: any PasswordHashing, tokens: any AccessTokens, secrets: any Secrets,
        notices: NoticeBoard, clock: Clock
    ) {
        self.accounts = accounts
        self.sessions = sessions
        self.roles = roles
        self.hashing = hashing
        self.tokens = tokens
        self.secrets = secrets
        self.notices = notices
        throttle = SignInThrottle(clock: clock)
        self.clock = clock
    }

    /// Throws `ServiceError.tooManyAttempts` to whoever failed too often.
    package func signIn(
        username: String, password: String, from address: IPAddress? = nil
    ) async throws -> TokenPair {
        let attempt = try throttle.begin(Username(rawValue: username), from: address)
        guard password.utf8.count <= 4 * PasswordRule.lengths.upperBound else {
            throw ServiceError.wrongCredentials
        }
        guard let name = Username(rawValue: username),
            let account = try await accounts.account(named: name)
        else {
            try await hashing.pretend(password)
            throw ServiceError.wrongCredentials
        }
        guard try await hashing.verify(password, against: account.passwordHash) else {
            throw ServiceError.wrongCredentials
        }
        throttle.succeeded(attempt)
        let now = clock.now()
        try refuseBanned(account, at: now)
        let family = secrets.token()
        let refresh = secrets.token()
        try await sessions.begin(
            family: family, user: account.id, tokenDigest: secrets.digest(refresh), at: now,
            expires: now.adding(seconds: Self.refreshLifetime))
        return try await pair(user: account.id, family: family, refresh: refresh, at: now)
    }

    package func refresh(_ token: String, from address: IPAddress? = nil) async throws -> TokenPair
    {
        let now = clock.now()
        let next = secrets.token()
        let outcome = try await sessions.rotate(
            digest: secrets.digest(token), next: secrets.digest(next), at: now,
            expires: now.adding(seconds: Self.refreshLifetime))
        switch outcome {
        case .unknown:
            throw ServiceError.notSignedIn("The refresh token is unknown or expired.")
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
            throttle.remember(account.username, at: address)
            return try await pair(
                user: session.userID, family: session.family, refresh: next, at: now)
        }
    }

    package func signOut(_ caller: Caller) async throws {
        try await sessions.end(family: caller.family, at: clock.now())
        tellEnd(of: caller.family, "You signed out.")
    }

    /// Open event streams of a session end with it, and not at their next beat.
    private func tellEnd(of family: String, _ reason: String) {
        notices.post(Notice(.sessionEnded, to: .session(family), reason: reason))
    }

    /// Who holds this access token, as things stand now.
    package func caller(token: String, from address: IPAddress? = nil) async throws -> Caller {
        try await caller(
            claims: try await tokens.verify(token, at: clock.now()), from: address)
    }

    /// The same caller as things stand now: open event streams ask before each event.
    package func renewed(_ caller: Caller) async throws -> Caller {
        try await self.caller(
            claims: AccessClaims(user: caller.actor.id, family: caller.family),
            from: caller.actor.address)
    }

    private func caller(claims: AccessClaims, from address: IPAddress?) async throws -> Caller {
        guard let standing = try await sessions.standing(family: claims.family),
            !standing.session.isOver, standing.session.userID == claims.user
        else {
            throw ServiceError.notSignedIn("The session is over; sign in again.")
        }
        let (account, tree) = (standing.account, standing.roles)
        try refuseBanned(account, at: clock.now())
        guard let role = tree[account.roleID] else {
            throw ServiceError.notSignedIn("The account has no role.")
        }
        let actor = Actor(
            id: account.id, username: account.username, role: role,
            permissions: tree.effective(role.id), address: address)
        return Caller(actor: actor, account: account, family: claims.family)
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

/// A signed-in caller: the proof that handlers ask for.
package struct Caller: Hashable, Sendable {
    package let actor: Actor
    package let account: AccountRecord
    package let family: String

    /// Only a token that holds makes one.
    fileprivate init(actor: Actor, account: AccountRecord, family: String) {
        self.actor = actor
        self.account = account
        self.family = family
    }
}
