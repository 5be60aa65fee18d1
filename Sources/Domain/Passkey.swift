/// The secret in a member's announce URL: 32 lower-case hexadecimal digits (128 random bits).
///
/// Held as its bits, so that an announce compares and looks it up without allocating. It is never
/// logged: `description` hides it, `rawValue` shows it to those who must have it.
package struct Passkey: Sendable, RawRepresentable {
    package let number: UInt128

    package init(number: UInt128) { self.number = number }

    package init?(rawValue: String) {
        guard rawValue.utf8.count == 32 else { return nil }
        var number: UInt128 = 0
        for letter in rawValue.utf8 {
            guard let digit = Self.digit(letter) else { return nil }
            number = number << 4 | UInt128(digit)
        }
        self.number = number
    }

    package var rawValue: String {
        Hex.encode(
            stride(from: UInt128(120), through: 0, by: -8).map {
                UInt8(truncatingIfNeeded: number >> $0)
            })
    }

    package static func random() -> Passkey {
        var source = SystemRandomNumberGenerator()
        return Passkey(number: UInt128.random(in: 0 ... .max, using: &source))
    }

    /// `nil` for anything but a digit as passkeys are spelled: capitals are none.
    package static func digit(_ letter: UInt8) -> UInt8? {
        switch letter {
        case UInt8(ascii: "0")...UInt8(ascii: "9"): letter - UInt8(ascii: "0")
        case UInt8(ascii: "a")...UInt8(ascii: "f"): letter - UInt8(ascii: "a") + 10
        default: nil
        }
    }
}

/// Said here, or they would be those of every `RawRepresentable`, which go by the text.
extension Passkey: Hashable {
    package static func == (a: Self, b: Self) -> Bool { a.number == b.number }

    package func hash(into hasher: inout Hasher) { hasher.combine(number) }
}

extension Passkey: CustomStringConvertible, CustomReflectable {
    package var description: String { "passkey…" }
    package var customMirror: Mirror { Mirror(self, children: []) }
}
