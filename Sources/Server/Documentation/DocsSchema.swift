import API
import Foundation

/// Schemas and examples for people.
enum DocsSchema {
    static func table(_ schema: Schema) -> String {
        guard case .object(let fields) = schema else { return "<p>\(words(schema))</p>" }
        guard !fields.isEmpty else { return "<p>No fields.</p>" }
        return rows(
            fields.map {
                (name: $0.name, isRequired: $0.isRequired, schema: $0.schema, meaning: nil)
            })
    }

    static func table(_ parameters: [QueryParameter]) -> String {
        rows(
            parameters.map { parameter in
                let fallback = parameter.fallback.map { $0.isEmpty ? "" : "; else `\($0)`" } ?? ""
                return (
                    name: parameter.name, isRequired: false, schema: parameter.schema,
                    meaning: parameter.meaning + fallback
                )
            })
    }

    static func example(of body: any Described.Type) -> String {
        body.exampleJSON.map { "<pre>\(DocsPage.escaped($0.indented))</pre>" } ?? ""
    }

    private static func rows(
        _ fields: [(name: String, isRequired: Bool, schema: Schema, meaning: String?)]
    ) -> String {
        let rows = fields.map { field in
            let name = DocsPage.escaped(field.name)
            let mark = field.isRequired ? "" : " <small>optional</small>"
            let meaning = DocsPage.worded(field.meaning ?? meaning(of: field.schema) ?? "")
            return "<tr><th scope=\"row\"><code>\(name)</code>\(mark)</th>"
                + "<td>\(words(field.schema))</td><td>\(meaning)</td></tr>"
        }
        return "<div class=\"wide\"><table>\(rows.joined())</table></div>"
    }

    private static func meaning(of schema: Schema) -> String? {
        switch schema {
        case .explained(_, let meaning): meaning
        case .nullable(let inner): meaning(of: inner)
        default: nil
        }
    }

    private static func words(_ schema: Schema) -> String {
        switch schema {
        case .explained(let inner, _): return words(inner)
        case .nullable(let inner): return words(inner) + " or null"
        case .boolean: return "true or false"
        case .choice(let choices):
            return choices.map { "<code>\(DocsPage.escaped($0))</code>" }.joined(separator: " · ")
        case .body(let type):
            let name = DocsPage.escaped(type.schemaName)
            return "<a href=\"#schema-\(name)\">\(name)</a>"
        case .list(let element, let count):
            let most = count.upperBound < 1_000_000 ? ", at most \(count.upperBound)" : ""
            return "list of " + words(element) + most
        case .object: return "object"
        case .integer(let range):
            switch (range.lowerBound == .min, range.upperBound == .max) {
            case (true, true): return "whole number"
            case (false, true): return "whole number from \(range.lowerBound)"
            case (true, false): return "whole number up to \(range.upperBound)"
            case (false, false): return "whole number, \(range.lowerBound) to \(range.upperBound)"
            }
        case .number(let range):
            return range.upperBound == .greatestFiniteMagnitude
                ? "number from \(range.lowerBound)"
                : "number, \(range.lowerBound) to \(range.upperBound)"
        case .text(let text):
            let lengths =
                text.lengths == 0...100_000
                ? "" : ", \(text.lengths.lowerBound) to \(text.lengths.upperBound) characters"
            let pattern = text.pattern.map { " <code>\(DocsPage.escaped($0))</code>" } ?? ""
            return "string" + lengths + pattern
        }
    }
}

extension JSON {
    /// Over several lines, as people read it.
    var indented: String { indented(by: "") }

    private func indented(by margin: String) -> String {
        let inner = margin + "  "
        switch self {
        case .list(let elements) where !elements.isEmpty:
            let lines = elements.map { inner + $0.indented(by: inner) }
            return "[\n" + lines.joined(separator: ",\n") + "\n\(margin)]"
        case .object(let members) where !members.isEmpty:
            let lines = members.map {
                inner + JSON.text($0.name).line + ": " + $0.value.indented(by: inner)
            }
            return "{\n" + lines.joined(separator: ",\n") + "\n\(margin)}"
        default: return line
        }
    }

    private var line: String { String(decoding: bytes, as: UTF8.self) }
}
