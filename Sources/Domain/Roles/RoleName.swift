/// A role's name: 1 to 40 characters, trimmed, without control or bidi-override characters.
package struct RoleName: Hashable, Sendable, RawRepresentable {
    package let rawValue: String

    package init?(rawValue: String) {
        let cleaned = OneLine.cleaned(rawValue)
        guard (1...40).contains(cleaned.count) else { return nil }
        self.rawValue = cleaned
    }
}

extension RoleName: CustomStringConvertible {
    package var description: String { rawValue }
}
