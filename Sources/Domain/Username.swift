/// A sign-in name: 2 to 32 of `a–z 0–9 . _ -`, beginning with a letter or digit.
///
/// Held in lower case, so `Ana` and `ana` are one account.
package struct Username: Hashable, Sendable, RawRepresentable {
    package let rawValue: String

    package init?(rawValue: String) {
        let lowered = rawValue.lowercased()
        guard (2...32).contains(lowered.utf8.count), lowered.utf8.allSatisfy(Self.isAllowed),
            let first = lowered.utf8.first, Self.isAlphanumeric(first)
        else { return nil }
        self.rawValue = lowered
    }

    private static func isAllowed(_ byte: UInt8) -> Bool {
        isAlphanumeric(byte) || byte == UInt8(ascii: ".") || byte == UInt8(ascii: "_")
            || byte == UInt8(ascii: "-")
    }

    private static func isAlphanumeric(_ byte: UInt8) -> Bool {
        (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte)
            || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
    }
}

extension Username: CustomStringConvertible {
    package var description: String { rawValue }
}
