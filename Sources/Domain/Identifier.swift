/// A row's id, typed by what it names, so that a user's id cannot be passed for a role's.
package struct Identifier<Entity>: RawRepresentable, Hashable, Comparable, Sendable {
    package let rawValue: Int64

    package init(rawValue: Int64) { self.rawValue = rawValue }
    package init(_ rawValue: Int64) { self.rawValue = rawValue }

    // Said here, for those of any `RawRepresentable` look the raw value up each time.
    package static func == (a: Self, b: Self) -> Bool { a.rawValue == b.rawValue }
    package func hash(into hasher: inout Hasher) { hasher.combine(rawValue) }

    package static func < (a: Self, b: Self) -> Bool { a.rawValue < b.rawValue }
}

extension Identifier: Codable {
    package init(from decoder: any Decoder) throws {
        rawValue = try decoder.singleValueContainer().decode(Int64.self)
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(rawValue)
    }
}

extension Identifier: CustomStringConvertible {
    package var description: String { String(rawValue) }
}

/// Names an account in `UserID`.
package enum Account {}
/// Names an entry of the catalog in `CatalogID`.
package enum CatalogEntry {}

package typealias UserID = Identifier<Account>
package typealias RoleID = Identifier<Role>
package typealias CatalogID = Identifier<CatalogEntry>
