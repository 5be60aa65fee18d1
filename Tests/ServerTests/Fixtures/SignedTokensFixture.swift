import Domain
import Server
import Service

/// Tokens that look like ours and are signed by somebody else.
enum SignedTokensFixture {
    static func foreign(_ user: UserID, _ now: Timestamp) async throws -> String {
        let tokens = await SignedTokens(key: [UInt8](repeating: 8, count: 32))
        return try await tokens.sign(
            AccessClaims(user: user, family: "f"), at: now, expires: now.adding(seconds: 900))
    }
}
