import API
import Foundation

/// The API as an OpenAPI 3.1 document, made from `Endpoints.groups` and nothing else.
enum OpenAPI {
    static let document: JSON = [
        "openapi": "3.1.0",
        "info": [
            "title": "Enxame",
            "version": "1",
            "summary": "A private BitTorrent community",
            "description": .text(introduction),
        ],
        "servers": [["url": "/"]],
        "tags": .list(
            Endpoints.groups.map {
                ["name": .text($0.name), "description": .text($0.summary)]
            }),
        "paths": paths,
        "components": [
            "securitySchemes": [
                "bearer": [
                    "type": "http", "scheme": "bearer", "bearerFormat": "JWT",
                    "description":
                        "The access_token of `POST /api/v1/auth/login`. It says only who you are; what you may do is looked up at every call.",
                ]
            ],
            "schemas": .object(
                bodies.map { JSON.Member($0.schemaName, $0.describedJSON) }),
        ],
    ]

    private static let introduction = """
        Whoever may not see something is told that it does not exist (404), never that it is \
        forbidden. Every error is `application/problem+json` (RFC 9457) with a stable `code` for \
        programs and a sentence in `detail` for people. Lists take `limit` and `cursor`; the \
        `next_cursor` of one page is the `cursor` of the next.
        """

    private static var paths: JSON {
        var order: [String] = []
        var operations: [String: [JSON.Member]] = [:]
        for group in Endpoints.groups {
            for endpoint in group.endpoints {
                let path = endpoint.prefix + endpoint.path
                if operations[path] == nil { order.append(path) }
                operations[path, default: []].append(
                    JSON.Member(
                        endpoint.method.rawValue.lowercased(), operation(endpoint, in: group)))
            }
        }
        return .object(order.map { JSON.Member($0, .object(operations[$0] ?? [])) })
    }

    /// Every body that an endpoint names, and those within them, by name.
    static let bodies: [any Described.Type] = {
        var found: [String: any Described.Type] = [:]
        func add(_ type: any Described.Type) {
            if found.updateValue(type, forKey: type.schemaName) == nil {
                type.schema.bodies.forEach(add)
            }
        }
        for endpoint in Endpoints.all {
            if endpoint.takesBody { add(endpoint.body) }
            if endpoint.reply != Nothing.self { add(endpoint.reply) }
        }
        add(Problem.self)
        return found.sorted { $0.key < $1.key }.map(\.value)
    }()
}

extension Described {
    fileprivate static var describedJSON: JSON {
        guard case .object(let members) = schema.json else { return schema.json }
        return .object(members + [JSON.Member("examples", .list([exampleJSON].compactMap(\.self)))])
    }

    /// `nil` where it cannot be encoded, which a test finds out.
    static var exampleJSON: JSON? { try? JSON(example) }
}
