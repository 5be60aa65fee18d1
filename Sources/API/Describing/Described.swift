/// A body that says what it looks like, so that the documentation, the checks and the tests know
/// it without a second list.
///
/// 1. Every key that an encoded value can have is a field of `schema`, and every required field is
///    a key of every encoded value; a test holds `example` to it.
/// 2. `example` has every optional field filled in.
package protocol Described: Codable, Hashable, Sendable {
    /// Unique among all bodies.
    static var schemaName: String { get }
    static var schema: Schema { get }
    static var example: Self { get }
}

extension Described {
    /// The type's name without its module: `CatalogFacetsBucket`.
    package static var schemaName: String {
        String(reflecting: Self.self).split(separator: ".").dropFirst().joined()
    }
}

extension Nothing: Described {
    package static let schema = Schema.object([])
    package static let example = Nothing()
}

extension Page: Described where Item: Described {
    package static var schemaName: String { "PageOf" + Item.schemaName }
    package static var schema: Schema {
        .object(
            .field("items", .list(of: .body(Item.self))),
            .nullable("next_cursor", .words, "Goes back as `cursor`; null on the last page"),
            .nullable("total", .count, "Of the whole list, where it is cheap to know"))
    }
    package static var example: Page<Item> {
        Page(items: [Item.example], nextCursor: "42", total: 1)
    }
}
