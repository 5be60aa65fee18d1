package import Domain
import Foundation
import JWTKit
package import Service

/// Access tokens as JWTs (RFC 7519), HMAC-SHA-256, one key.
///
/// They say who and which session, in whole seconds; never what the holder may do.
package struct SignedTokens: AccessTokens {
    private static let issuer = "enxamed"

    private let keys: JWTKeyCollection

    /// `key` is 256 random bits.
    package init(key: [UInt8]) async {
        keys = JWTKeyCollection()
        await keys.add(hmac: HMACKey(from: key), digestAlgorithm: .sha256)
    }

    package func sign(_ claims: AccessClaims, at: Timestamp, expires: Timestamp) async throws
        -> String
    {
        try await keys.sign(
            Payload(
                iss: Self.issuer, sub: String(claims.user.rawValue), sid: claims.family,
                iat: at.seconds, exp: expires.seconds))
    }

    package func verify(_ token: String, at: Timestamp) async throws -> AccessClaims {
        guard token.utf8.count <= 4096,
            let payload = try? await keys.verify(token, as: Payload.self),
            payload.iss == Self.issuer, let user = Int64(payload.sub)
        else {
            throw ServiceError.notSignedIn("The access token is not one of ours.")
        }
        guard at.seconds < payload.exp else {
            throw ServiceError.notSignedIn("The access token has expired.")
        }
        return AccessClaims(user: UserID(user), family: payload.sid)
    }

    private struct Payload: JWTPayload {
        let iss: String
        let sub: String
        let sid: String
        let iat: Int64
        let exp: Int64

        // The time is checked above, with the community's own clock.
        func verify(using algorithm: some JWTAlgorithm) throws {}
    }
}
