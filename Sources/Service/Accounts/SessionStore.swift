package import Domain

/// A sign-in and the chain of refresh tokens that grew from it.
package struct SignInSession: Hashable, Sendable {
    package let family: String
    package let userID: UserID
    package let isOver: Bool

    package init(family: String, userID: UserID, isOver: Bool) {
        self.family = family
        self.userID = userID
        self.isOver = isOver
    }
}

package enum RefreshOutcome: Hashable, Sendable {
    case rotated(SignInSession)
    /// The token was used before: somebody has a copy, so its family is over now.
    case reused(SignInSession)
    /// It was used within `SignIn.raceSeconds`: two programs of one person met. Nothing is handed
    /// out and nothing ends.
    case raced(SignInSession)
    case unknown
}

/// Sessions and refresh tokens. Tokens are kept as SHA-256 digests: they are 256 random bits, so a
/// slow hash would add nothing.
package protocol SessionStore: Sendable {
    /// `hash` is what the password was compared with, where one was: throws `StoreFailure.gone`
    /// when it is not the account's any more, so that no sign-in outlives a change of password.
    func begin(
        family: String, user: UserID, provenBy hash: String?, tokenDigest: [UInt8], at: Timestamp,
        expires: Timestamp, from visit: Visit) async throws
    /// Marks `digest` used and stores `next` in its place, in one transaction.
    func rotate(digest: [UInt8], next: [UInt8], at: Timestamp, expires: Timestamp) async throws
        -> RefreshOutcome
    func session(family: String) async throws -> SignInSession?
    /// The session, its account and all roles as they stood at one moment; `nil` where the session
    /// or the account is not there. Every request asks it, so it is one read.
    func standing(family: String) async throws -> SessionStanding?
    func end(family: String, at: Timestamp) async throws
}

/// Who is behind a session.
package struct SessionStanding: Sendable {
    package let session: SignInSession
    package let account: AccountRecord
    package let roles: RoleTree
    /// When the session was noted last; `nil` for never.
    package let seenAt: Timestamp?

    package init(
        session: SignInSession, account: AccountRecord, roles: RoleTree, seenAt: Timestamp?
    ) {
        self.session = session
        self.account = account
        self.roles = roles
        self.seenAt = seenAt
    }
}

extension SessionStore {
    package func begin(
        family: String, user: UserID, tokenDigest: [UInt8], at: Timestamp, expires: Timestamp
    ) async throws {
        try await begin(
            family: family, user: user, provenBy: nil, tokenDigest: tokenDigest, at: at,
            expires: expires, from: Visit())
    }
}
