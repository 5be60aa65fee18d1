import API

/// Every body that an endpoint takes or answers, and those within them.
enum Bodies {
    static let all: [any Described.Type] = {
        var found: [any Described.Type] = []
        func add(_ type: any Described.Type) {
            guard !found.contains(where: { $0 == type }) else { return }
            found.append(type)
            walk(type.schema)
        }
        func walk(_ schema: Schema) {
            switch schema {
            case .body(let type): add(type)
            case .nullable(let inner), .explained(let inner, _), .list(let inner, _): walk(inner)
            case .object(let fields): fields.forEach { walk($0.schema) }
            case .text, .integer, .number, .boolean, .choice: break
            }
        }
        for endpoint in Endpoints.all {
            add(endpoint.body)
            add(endpoint.reply)
        }
        add(Problem.self)
        return found
    }()
}
