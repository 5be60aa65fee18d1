import Foundation
import Server

/// Somebody's authenticator: the codes of RFC 6238 for a secret as it is typed.
struct Authenticator {
    private let key: [UInt8]

    /// Spaces between groups do not matter.
    init?(secret: some StringProtocol) {
        var (key, held, bits) = ([UInt8](), 0, 0)
        for letter in secret.utf8 where letter != UInt8(ascii: " ") {
            let value: UInt8
            switch letter {
            case UInt8(ascii: "A")...UInt8(ascii: "Z"): value = letter - UInt8(ascii: "A")
            case UInt8(ascii: "2")...UInt8(ascii: "7"): value = letter - UInt8(ascii: "2") + 26
            default: return nil
            }
            held = (held << 5 | Int(value)) & 0xFFFF
            bits += 5
            if bits >= 8 {
                bits -= 8
                key.append(UInt8(truncatingIfNeeded: held >> bits))
            }
        }
        guard !key.isEmpty else { return nil }
        self.key = key
    }

    /// - Parameter steps: half minutes from now; the server takes one either way.
    func code(steps: Int64 = 0) -> String {
        let step = UInt64(Date().timeIntervalSince1970) / 30 &+ UInt64(bitPattern: steps)
        let message = (0..<8).map { UInt8(truncatingIfNeeded: step >> (56 - 8 * $0)) }
        let digest = RandomSecrets().hmacSHA1(message, key: key)
        let offset = Int(digest[19] & 15)
        let number = digest[offset..<(offset + 4)].reduce(UInt32(0)) { $0 << 8 | UInt32($1) }
        let digits = String((number & 0x7FFF_FFFF) % 1_000_000)
        return String(repeating: "0", count: 6 - digits.count) + digits
    }
}
