package import Domain
import Foundation
import JWTKit
package import Service
import Synchronization

/// Access tokens as JWTs (RFC 7519) after RFC 8725 and RFC 9068: HMAC-SHA-256 and nothing else,
/// the key named by `kid`, the kind by `typ`, every claim that is set also checked.
///
/// They say who and which session, in whole seconds; never what the holder may do.
package final class SignedTokens: AccessTokens {
    /// Where the keys are. `nil` where they are what they were at the last look.
    package typealias Source = @Sendable () throws -> SigningKeys?

    /// No token of ours lives longer, so none that claims to is ours.
    static let longestLife = SignIn.accessLifetime
    private static let algorithm = "HS256"
    private static let kind = "at+jwt"
    private static let issuer = "enxamed"
    private static let audience = "enxame-api"
    /// What the clocks of two servers may differ by, in seconds.
    private static let leeway: Int64 = 30

    /// One key, and what it signs with. A collection for each, so that a token is verified with the
    /// key it names and with no other.
    private struct Signer: Sendable {
        let id: String
        let key: SigningKeys.Key
        let collection: JWTKeyCollection
    }

    private let source: Source
    private let signers = Mutex<[Signer]>([])

    /// Keys that can change under the server: they are looked for whenever one signs, and when a
    /// token names one that is not known.
    package init(source: @escaping Source) async throws {
        self.source = source
        try await refresh()
    }

    /// `key` is 256 random bits, for good.
    package init(key: [UInt8]) async {
        source = { nil }
        if let keys = SigningKeys(secret: key) { await use(keys) }
    }

    package func sign(_ claims: AccessClaims, at: Timestamp, expires: Timestamp) async throws
        -> String
    {
        try await refresh()
        guard let signer = signers.withLock({ $0.first }) else { throw NoKey() }
        let payload = Payload(
            iss: Self.issuer, aud: Self.audience, sub: String(claims.user.rawValue),
            sid: claims.family, jti: RandomSecrets().token(), iat: at.seconds, nbf: at.seconds,
            exp: expires.seconds)
        return try await signer.collection.sign(
            payload, header: ["typ": .string(Self.kind), "kid": .string(signer.id)])
    }

    package func verify(_ token: String, at: Timestamp) async throws -> AccessClaims {
        guard token.utf8.count <= 4096, let header = Header(token), header.alg == Self.algorithm,
            header.typ == Self.kind, let signer = try await signer(header.kid),
            SigningKeys.verifies(signer.key, at: at),
            let payload = try? await signer.collection.verify(token, as: Payload.self),
            payload.iss == Self.issuer, payload.aud == Self.audience, !payload.jti.isEmpty,
            let user = Int64(payload.sub), payload.iat >= 0,
            payload.exp <= payload.iat.addingReportingOverflow(Self.longestLife).partialValue,
            payload.nbf <= at.seconds + Self.leeway, payload.iat <= at.seconds + Self.leeway
        else {
            throw ServiceError.notSignedIn("The access token is not one of ours.")
        }
        guard at.seconds < payload.exp else {
            throw ServiceError.notSignedIn("The access token has expired.")
        }
        return AccessClaims(user: UserID(user), family: payload.sid)
    }

    private func signer(_ id: String) async throws -> Signer? {
        if let known = known(id) { return known }
        try await refresh()
        return known(id)
    }

    private func known(_ id: String) -> Signer? {
        signers.withLock { $0.first { $0.id == id } }
    }

    private func refresh() async throws {
        if let keys = try source() { await use(keys) }
    }

    private func use(_ keys: SigningKeys) async {
        var made: [Signer] = []
        for key in keys.keys {
            let collection = JWTKeyCollection()
            let id = Self.id(key)
            // For both: a token without a `kid` was refused before it gets here.
            await collection.add(
                hmac: HMACKey(from: key.secret), digestAlgorithm: .sha256,
                kid: JWKIdentifier(string: id))
            made.append(Signer(id: id, key: key, collection: collection))
        }
        let all = made
        signers.withLock { $0 = all }
    }

    /// Follows from the key, so that servers that share a key agree on its name.
    private static func id(_ key: SigningKeys.Key) -> String {
        let text = "enxame kid " + Data(key.secret).base64EncodedString()
        return Hex.encode(Array(RandomSecrets().digest(text).prefix(8)))
    }

    private struct NoKey: Error {}

    /// What a token says of itself before anything is believed: three strings, and nothing that
    /// would have to be understood (`crit`, `b64`, keys of its own).
    private struct Header {
        let alg: String
        let typ: String
        let kid: String

        init?(_ token: String) {
            let parts = token.split(separator: ".", omittingEmptySubsequences: false)
            guard parts.count == 3, let first = parts.first,
                let bytes = Data(
                    base64Encoded: first.replacing("-", with: "+").replacing("_", with: "/")
                        + String(repeating: "=", count: (4 - first.utf8.count % 4) % 4)),
                let fields = try? JSONDecoder().decode([String: String].self, from: bytes),
                fields.count == 3, let alg = fields["alg"], let typ = fields["typ"],
                let kid = fields["kid"]
            else { return nil }
            (self.alg, self.typ, self.kid) = (alg, typ, kid)
        }
    }

    private struct Payload: JWTPayload {
        let iss: String
        let aud: String
        let sub: String
        let sid: String
        let jti: String
        let iat: Int64
        let nbf: Int64
        let exp: Int64

        // The times are checked above, with the community's own clock.
        func verify(using algorithm: some JWTAlgorithm) throws {}
    }
}
