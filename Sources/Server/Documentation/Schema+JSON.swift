import API

extension Schema {
    /// As JSON Schema 2020-12 writes it; bodies with a name are referred to by it.
    var json: JSON {
        switch self {
        case .text(let text):
            return JSON.object([
                ("type", "string"),
                (
                    "minLength",
                    text.lengths.lowerBound == 0 ? nil : .integer(Int64(text.lengths.lowerBound))
                ),
                ("maxLength", .integer(Int64(text.lengths.upperBound))),
                ("pattern", text.pattern.map { .text($0) }),
                ("format", text.format.map { .text($0) }),
            ])
        case .integer(let range):
            return JSON.object([
                ("type", "integer"), ("format", "int64"),
                ("minimum", range.lowerBound == .min ? nil : .integer(range.lowerBound)),
                ("maximum", range.upperBound == .max ? nil : .integer(range.upperBound)),
            ])
        case .number(let range):
            return JSON.object([
                ("type", "number"), ("minimum", .number(range.lowerBound)),
                (
                    "maximum",
                    range.upperBound == .greatestFiniteMagnitude ? nil : .number(range.upperBound)
                ),
            ])
        case .boolean: return ["type": "boolean"]
        case .choice(let choices):
            return ["type": "string", "enum": .list(choices.map { .text($0) })]
        case .list(let element, let count):
            return JSON.object([
                ("type", "array"), ("items", element.json),
                ("minItems", count.lowerBound == 0 ? nil : .integer(Int64(count.lowerBound))),
                ("maxItems", .integer(Int64(count.upperBound))),
            ])
        case .object(let fields):
            let required = fields.filter(\.isRequired).map { JSON.text($0.name) }
            return JSON.object([
                ("type", "object"),
                ("properties", .object(fields.map { JSON.Member($0.name, $0.schema.json) })),
                ("required", required.isEmpty ? nil : .list(required)),
                ("additionalProperties", false),
            ])
        case .body(let type): return ["$ref": .text("#/components/schemas/" + type.schemaName)]
        case .nullable(let schema): return schema.orNull
        case .explained(let schema, let meaning):
            guard case .object(let members) = schema.json else { return schema.json }
            // The outer words say more of this place than the inner ones do.
            return .object(
                members.filter { $0.name != "description" }
                    + [JSON.Member("description", .text(meaning))])
        }
    }

    /// The bodies it names, without those that they name in turn.
    var bodies: [any Described.Type] {
        switch self {
        case .body(let type): [type]
        case .nullable(let inner), .explained(let inner, _), .list(let inner, _): inner.bodies
        case .object(let fields): fields.flatMap { $0.schema.bodies }
        case .text, .integer, .number, .boolean, .choice: []
        }
    }

    private var orNull: JSON {
        let json = self.json
        guard case .object(let members) = json, case .text(let type) = json["type"] else {
            return ["anyOf": [json, ["type": "null"]]]
        }
        return .object(
            members.map { member in
                switch (member.name, member.value) {
                case ("type", _): JSON.Member("type", [.text(type), "null"])
                case ("enum", .list(let choices)): JSON.Member("enum", .list(choices + [.null]))
                default: member
                }
            })
    }
}

extension JSON {
    /// Members without a value are left out.
    static func object(_ members: [(String, JSON?)]) -> JSON {
        .object(members.compactMap { name, value in value.map { Member(name, $0) } })
    }
}
