/// A role's name: 1 to 40 characters in at most 200 bytes (a character can be a pile of accents),
/// trimmed, without control, bidi or invisible characters.
package struct RoleName: Hashable, Sendable, RawRepresentable {
    package let rawValue: String

    package init?(rawValue: String) {
        let cleaned = OneLine.cleaned(rawValue)
        guard (1...40).contains(cleaned.count), cleaned.utf8.count <= 200 else { return nil }
        self.rawValue = cleaned
    }
}

extension RoleName: CustomStringConvertible {
    package var description: String { rawValue }
}
