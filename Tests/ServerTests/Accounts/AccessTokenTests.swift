import Domain
import Foundation
import Server
import Service
import Synchronization
import Testing

/// Access tokens by themselves (RFC 8725): what is set, and that each of it is checked.
@Suite struct AccessTokenTests {
    private let now = Timestamp(seconds: 1_700_000_000)
    private let claims = AccessClaims(user: UserID(7), family: "f")
    private static let secret = [UInt8](repeating: 3, count: 32)

    private func token(_ tokens: SignedTokens) async throws -> String {
        try await tokens.sign(claims, at: now, expires: now.adding(seconds: 900))
    }

    private func part(_ token: String, _ place: Int) throws -> [String: Any] {
        let text = token.split(separator: ".")[place].replacing("-", with: "+")
            .replacing("_", with: "/")
        let padded = text + String(repeating: "=", count: (4 - text.utf8.count % 4) % 4)
        let data = try #require(Data(base64Encoded: String(padded)))
        return try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any])
    }

    @Test("a token says its kind, its key and every claim, and nothing of the role")
    func contents() async throws {
        let token = try await token(await SignedTokens(key: Self.secret))
        let header = try part(token, 0)
        #expect(Set(header.keys) == ["alg", "typ", "kid"])
        #expect(header["alg"] as? String == "HS256" && header["typ"] as? String == "at+jwt")
        let payload = try part(token, 1)
        #expect(Set(payload.keys) == ["iss", "aud", "sub", "sid", "jti", "iat", "nbf", "exp"])
        #expect(payload["exp"] as? Int == 1_700_000_900)
        #expect(payload["nbf"] as? Int == 1_700_000_000)
        let other = try await self.token(await SignedTokens(key: Self.secret))
        #expect(try part(other, 1)["jti"] as? String != payload["jti"] as? String)
    }

    @Test("each claim is checked, also under a right signature")
    func claimsChecked() async throws {
        let tokens = await SignedTokens(key: Self.secret)
        let forger = TokenForger(secret: Self.secret, kid: try part(try await token(tokens), 0))
        #expect(try await tokens.verify(forger.token(), at: now) == claims)
        let changes: [[String: Any]] = [
            ["iss": "other"], ["aud": "other"], ["sub": "x"], ["jti": ""],
            ["nbf": 1_700_000_031], ["iat": 1_700_000_031, "exp": 1_700_000_931],
            ["exp": 1_700_000_901], ["exp": 1_700_000_000], ["exp": "never"],
        ]
        for change in changes {
            await #expect(throws: ServiceError.self, "\(change)") {
                try await tokens.verify(forger.token(payload: change), at: now)
            }
        }
        for name in ["iss", "aud", "sub", "sid", "jti", "iat", "nbf", "exp"] {
            await #expect(throws: ServiceError.self, "without \(name)") {
                try await tokens.verify(forger.token(without: name), at: now)
            }
        }
    }

    @Test("another algorithm, kind or key, or a header that asks for more, is refused")
    func headers() async throws {
        let tokens = await SignedTokens(key: Self.secret)
        let forger = TokenForger(secret: Self.secret, kid: try part(try await token(tokens), 0))
        let changes: [[String: Any]] = [
            ["alg": "none"], ["alg": "HS512"], ["alg": "hs256"], ["typ": "JWT"], ["kid": "0"],
            ["crit": ["exp"]], ["jku": "http://evil"], ["jwk": "x"],
        ]
        for change in changes {
            await #expect(throws: ServiceError.self, "\(change)") {
                try await tokens.verify(forger.token(header: change), at: now)
            }
        }
        for name in ["alg", "typ", "kid"] {
            await #expect(throws: ServiceError.self, "without \(name)") {
                try await tokens.verify(forger.token(withoutInHeader: name), at: now)
            }
        }
        let unsigned = try forger.token().split(separator: ".").prefix(2).joined(separator: ".")
        for token in [unsigned, unsigned + ".", unsigned + ".AAAA"] {
            await #expect(throws: ServiceError.self) { try await tokens.verify(token, at: now) }
        }
    }

    @Test("a rotated key signs at once, and the old one verifies as long as its tokens live")
    func rotation() async throws {
        let first = try #require(SigningKeys(secret: Self.secret))
        let file = Mutex<SigningKeys?>(first)
        let tokens = try await SignedTokens { file.withLock { $0.take() } }
        let old = try await token(tokens)
        let second = try #require(
            first.rotated([UInt8](repeating: 4, count: 32), at: now.adding(seconds: 10)))
        file.withLock { $0 = second }
        let new = try await token(tokens)
        #expect(try part(new, 0)["kid"] as? String != part(old, 0)["kid"] as? String)
        for token in [old, new] {
            #expect(try await tokens.verify(token, at: now.adding(seconds: 899)) == claims)
        }
        // Who was signed by another server meanwhile names a key that is looked for.
        let third = try #require(
            second.rotated([UInt8](repeating: 5, count: 32), at: now.adding(seconds: 20)))
        let elsewhere = try await SignedTokens { third }
        let foreign = try await token(elsewhere)
        await #expect(throws: ServiceError.self) { try await tokens.verify(foreign, at: now) }
        file.withLock { $0 = third }
        #expect(try await tokens.verify(foreign, at: now) == claims)
        // Once retired for as long as a token lives, a key is worth nothing, whatever it signed.
        let forger = TokenForger(secret: Self.secret, kid: try part(old, 0))
        let later = now.adding(seconds: 910)
        let forged = try forger.token(payload: [
            "iat": later.seconds, "nbf": later.seconds, "exp": later.seconds + 900,
        ])
        await #expect(throws: ServiceError.self) { try await tokens.verify(forged, at: later) }
    }

    @Test("a file of keys is read back, one key as its bytes, and a broken one is refused")
    func file() throws {
        let first = try #require(SigningKeys(secret: Self.secret))
        #expect(try first.file == Self.secret)
        let second = try #require(first.rotated([UInt8](repeating: 4, count: 32), at: now))
        #expect(SigningKeys(file: try second.file) == second)
        #expect(second.keys.map(\.retiredAt) == [nil, now])
        let third = try #require(
            second.rotated([UInt8](repeating: 5, count: 32), at: now.adding(seconds: 900)))
        #expect(third.keys.count == 2, "what verifies nothing any more is dropped")
        #expect(
            second.rotated([UInt8](repeating: 5, count: 32), at: now, forgetting: true)?.keys.count
                == 1)
        for broken in [[], [1, 2, 3], Array("{}".utf8), Array(#"{"keys":[]}"#.utf8)] as [[UInt8]] {
            #expect(SigningKeys(file: broken) == nil)
        }
    }
}
