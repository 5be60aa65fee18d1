package import Domain

/// Hashes passwords slowly. Implementations bound how many run at once.
package protocol PasswordHashing: Sendable {
    func hash(_ password: String) async throws -> String
    func verify(_ password: String, against hash: String) async throws -> Bool
    /// Does the work of a verification and answers no: for names that do not exist.
    func pretend(_ password: String) async throws
}

/// What an access token says: who, and in which session. Never what the holder may do.
package struct AccessClaims: Hashable, Sendable {
    package let user: UserID
    package let family: String

    package init(user: UserID, family: String) {
        self.user = user
        self.family = family
    }
}

package protocol AccessTokens: Sendable {
    func sign(_ claims: AccessClaims, at: Timestamp, expires: Timestamp) async throws -> String
    /// Throws `ServiceError.notSignedIn` for a token that is broken, forged or expired.
    func verify(_ token: String, at: Timestamp) async throws -> AccessClaims
}

/// Random secrets and their digests.
package protocol Secrets: Sendable {
    /// 256 random bits in base64url.
    func token() -> String
    func digest(_ token: String) -> [UInt8]
    /// As RFC 6238 has it: authenticators know no other.
    func hmacSHA1(_ message: [UInt8], key: [UInt8]) -> [UInt8]
    func hmacSHA256(_ message: [UInt8], key: [UInt8]) -> [UInt8]
}
