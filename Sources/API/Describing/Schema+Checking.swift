extension Schema {
    /// What is wrong with a value, each complaint naming where; empty when it is as described.
    package func complaints(about value: JSON, at place: String = "") -> [String] {
        func complain(_ what: String) -> [String] { ["\(place.isEmpty ? "it" : place) \(what)"] }
        switch self {
        case .explained(let schema, _): return schema.complaints(about: value, at: place)
        case .body(let type): return type.schema.complaints(about: value, at: place)
        case .nullable(let schema):
            return value == .null ? [] : schema.complaints(about: value, at: place)
        case .boolean:
            if case .bool = value { return [] }
            return complain("is not true or false")
        case .integer(let range):
            guard case .integer(let number) = value, range.contains(number) else {
                return complain("is not a whole number from \(range.lowerBound) on")
            }
            return []
        case .number(let range):
            switch value {
            case .integer(let number) where range.contains(Double(number)): return []
            case .number(let number) where range.contains(number): return []
            default: return complain("is not a number in range")
            }
        case .text(let form):
            guard case .text(let text) = value else { return complain("is not a string") }
            guard form.lengths.contains(text.unicodeScalars.count) else {
                return complain("has \(text.unicodeScalars.count) characters")
            }
            guard let pattern = form.pattern.flatMap({ try? Regex($0) }) else { return [] }
            return text.contains(pattern) ? [] : complain("does not match \(form.pattern ?? "")")
        case .choice(let choices):
            guard case .text(let text) = value, choices.contains(text) else {
                return complain("is none of \(choices.joined(separator: ", "))")
            }
            return []
        case .list(let schema, let count):
            guard case .list(let elements) = value else { return complain("is no list") }
            guard count.contains(elements.count) else {
                return complain("has \(elements.count) elements")
            }
            return elements.enumerated().flatMap { index, element in
                schema.complaints(about: element, at: "\(place)[\(index)]")
            }
        case .object(let fields):
            guard case .object(let members) = value else { return complain("is no object") }
            let known = Set(fields.map(\.name))
            let extra = members.filter { !known.contains($0.name) }.map(\.name)
            let missing = fields.filter { $0.isRequired && value[$0.name] == nil }.map(\.name)
            return extra.flatMap { complain("has a field \($0) that is not described") }
                + missing.flatMap { complain("lacks the field \($0)") }
                + fields.flatMap { field in
                    value[field.name].map {
                        field.schema.complaints(
                            about: $0, at: place.isEmpty ? field.name : "\(place).\(field.name)")
                    } ?? []
                }
        }
    }
}
