/// The secret in a member's announce URL: 32 lower-case hexadecimal digits (128 random bits).
///
/// It is never logged: `description` hides it, `rawValue` shows it to those who must have it.
package struct Passkey: Hashable, Sendable, RawRepresentable {
    package let rawValue: String

    package init?(rawValue: String) {
        guard rawValue.utf8.count == 32,
            rawValue.utf8.allSatisfy({
                (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0)
                    || (UInt8(ascii: "a")...UInt8(ascii: "f")).contains($0)
            })
        else { return nil }
        self.rawValue = rawValue
    }

    private init(bytes: [UInt8]) { rawValue = Hex.encode(bytes) }

    package static func random() -> Passkey {
        var source = SystemRandomNumberGenerator()
        return Passkey(bytes: (0..<16).map { _ in UInt8.random(in: 0...255, using: &source) })
    }
}

extension Passkey: CustomStringConvertible, CustomReflectable {
    package var description: String { "passkey…" }
    package var customMirror: Mirror { Mirror(self, children: []) }
}
