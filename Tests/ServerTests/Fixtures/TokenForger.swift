import Crypto
import Foundation

/// Tokens of one's own making under a right signature, to see what is checked beside it.
struct TokenForger {
    let secret: [UInt8]
    private let header: [String: Any]

    /// `kid`: the header of a good token.
    init(secret: [UInt8], kid header: [String: Any]) {
        self.secret = secret
        self.header = header
    }

    func token(
        header changed: [String: Any] = [:], payload: [String: Any] = [:],
        without name: String? = nil, withoutInHeader headerName: String? = nil
    ) throws -> String {
        var head = header.merging(changed) { $1 }
        if let headerName { head[headerName] = nil }
        var claims: [String: Any] = [
            "iss": "enxamed", "aud": "enxame-api", "sub": "7", "sid": "f", "jti": "j",
            "iat": 1_700_000_000, "nbf": 1_700_000_000, "exp": 1_700_000_900,
        ].merging(payload) { $1 }
        if let name { claims[name] = nil }
        let input = try Self.encoded(head) + "." + Self.encoded(claims)
        return input + "."
            + Self.base64URL(
                Data(
                    HMAC<SHA256>.authenticationCode(
                        for: Data(input.utf8), using: SymmetricKey(data: secret))))
    }

    private static func encoded(_ object: [String: Any]) throws -> String {
        base64URL(try JSONSerialization.data(withJSONObject: object, options: .sortedKeys))
    }

    private static func base64URL(_ data: Data) -> String {
        data.base64EncodedString().replacing("+", with: "-").replacing("/", with: "_")
            .replacing("=", with: "")
    }
}
