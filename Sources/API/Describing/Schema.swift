/// What a JSON value looks like, as far as the API needs to say it: a corner of JSON Schema
/// 2020-12, in which OpenAPI 3.1 describes bodies.
package indirect enum Schema: Sendable {
    case text(Text)
    case integer(ClosedRange<Int64>)
    case number(ClosedRange<Double>)
    case boolean
    case choice([String])
    case list(Schema, count: ClosedRange<Int>)
    /// Nothing but these fields.
    case object([Field])
    /// A body that has a schema and a name of its own.
    case body(any Described.Type)
    case nullable(Schema)
    case explained(Schema, String)

    /// A string; lengths count characters as JSON Schema does, in Unicode scalars.
    package struct Text: Hashable, Sendable {
        package var lengths: ClosedRange<Int>
        /// ECMA-262, anchored.
        package var pattern: String?
        /// A hint for people and tools, as `password`; nothing is checked by it.
        package var format: String?
    }

    package struct Field: Sendable {
        package let name: String
        package let schema: Schema
        package let isRequired: Bool
    }

    // MARK: how bodies write themselves

    package static func text(
        _ lengths: ClosedRange<Int>, pattern: String? = nil, format: String? = nil
    ) -> Schema {
        .text(Text(lengths: lengths, pattern: pattern, format: format))
    }

    /// The server's own words, of any sane length.
    package static let words = text(0...100_000)

    package static func choice<T: RawRepresentable<String> & CaseIterable>(of type: T.Type)
        -> Schema
    {
        .choice(T.allCases.map(\.rawValue))
    }

    package static func list(of schema: Schema, most: Int = 1_000_000) -> Schema {
        .list(schema, count: 0...most)
    }

    package static func object(_ fields: Field...) -> Schema { .object(fields) }
}

extension Schema.Field {
    /// Always there.
    package static func field(_ name: String, _ schema: Schema, _ meaning: String? = nil) -> Self {
        Self(name: name, schema: explained(schema, meaning), isRequired: true)
    }

    /// Left out, or `null`, where there is nothing to say.
    package static func optional(_ name: String, _ schema: Schema, _ meaning: String? = nil)
        -> Self
    {
        Self(name: name, schema: explained(.nullable(schema), meaning), isRequired: false)
    }

    /// Always there, `null` where there is nothing to say.
    package static func nullable(_ name: String, _ schema: Schema, _ meaning: String? = nil)
        -> Self
    {
        Self(name: name, schema: explained(.nullable(schema), meaning), isRequired: true)
    }

    private static func explained(_ schema: Schema, _ meaning: String?) -> Schema {
        meaning.map { .explained(schema, $0) } ?? schema
    }
}

extension Schema {
    /// Whether a body of this kind says anything at all.
    package var needsFields: Bool {
        guard case .object(let fields) = self else { return true }
        return fields.contains(where: \.isRequired)
    }
}
