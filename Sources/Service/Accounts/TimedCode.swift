package import Domain

/// Six digits that change every half minute (RFC 6238 over RFC 4226), as every authenticator makes
/// them: HMAC-SHA-1, from 20 bytes that both sides know.
package enum TimedCode {
    package static let secretLength = 20
    static let stepSeconds: Int64 = 30
    private static let digits = 6

    package static func step(at now: Timestamp) -> Int64 { now.seconds / stepSeconds }

    /// `hmac` is HMAC-SHA-1 of the message under the secret.
    package static func code(step: Int64, hmac: ([UInt8]) -> [UInt8]) -> String {
        let digest = hmac((0..<8).map { UInt8(truncatingIfNeeded: step >> ((7 - $0) * 8)) })
        let start = Int((digest.last ?? 0) & 15)
        let number = digest.dropFirst(start).prefix(4).reduce(0) { $0 << 8 | Int($1) }
        let text = String(number & 0x7FFF_FFFF % 1_000_000)
        return String(repeating: "0", count: max(0, digits - text.count)) + text
    }

    /// The step whose code this is: now, the one before or the one after, since clocks differ.
    static func matchingStep(_ code: String, at now: Timestamp, hmac: ([UInt8]) -> [UInt8])
        -> Int64?
    {
        let typed = code.filter { !$0.isWhitespace }
        guard typed.utf8.count == digits else { return nil }
        let step = step(at: now)
        var found: Int64?
        for candidate in step - 1...step + 1 {
            let right = Self.code(step: candidate, hmac: hmac)
            // Every digit of every candidate, so that time tells nothing.
            let difference = zip(right.utf8, typed.utf8).reduce(0) { $0 | ($1.0 ^ $1.1) }
            if difference == 0 { found = candidate }
        }
        return found
    }

    /// What authenticators scan (the Key URI format).
    static func uri(secret: [UInt8], username: Username) -> String {
        "otpauth://totp/Enxame:\(username)?secret=\(Base32.encode(secret))&issuer=Enxame"
            + "&algorithm=SHA1&digits=\(digits)&period=\(stepSeconds)"
    }
}
