/// How high a role stands, 0 (Guest) to 1000 (SuperAdmin). Who may act on whom, and who may see an
/// entry of the catalog, is decided by comparing weights.
package struct RoleWeight: Hashable, Comparable, Sendable {
    package let value: Int

    package static let guest = RoleWeight(clamping: 0)
    package static let superAdmin = RoleWeight(clamping: 1000)

    package init?(_ value: Int) {
        guard (0...1000).contains(value) else { return nil }
        self.value = value
    }

    /// The nearest weight there is.
    package init(clamping value: Int) { self.value = min(1000, max(0, value)) }

    package static func < (a: Self, b: Self) -> Bool { a.value < b.value }
}

extension RoleWeight: Codable {
    package init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        guard let weight = RoleWeight(try container.decode(Int.self)) else {
            throw DecodingError.dataCorruptedError(
                in: container, debugDescription: "a weight is a whole number from 0 to 1000")
        }
        self = weight
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(value)
    }
}
