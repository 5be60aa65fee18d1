import API
import Domain

extension OpenAPI {
    static func operation(_ endpoint: any AnyEndpoint, in group: EndpointGroup) -> JSON {
        let parameters = pathParameters(of: endpoint) + queryParameters(of: endpoint)
        return JSON.object([
            ("operationId", .text(endpoint.operationID)),
            ("tags", [.text(group.name)]),
            ("summary", .text(endpoint.summary)),
            ("description", .text(endpoint.whoMayCall)),
            ("security", endpoint.access == .anyone ? [] : [["bearer": []]]),
            ("parameters", parameters.isEmpty ? nil : .list(parameters)),
            ("requestBody", requestBody(of: endpoint)),
            ("responses", .object([success(of: endpoint)] + endpoint.everyRefusal.map(problem))),
        ])
    }

    private static func pathParameters(of endpoint: any AnyEndpoint) -> [JSON] {
        endpoint.pathParameters.map { name in
            [
                "name": .text(name), "in": "path", "required": true, "schema": Schema.id.json,
                "example": 1,
            ]
        }
    }

    private static func queryParameters(of endpoint: any AnyEndpoint) -> [JSON] {
        endpoint.query.parameters.map { parameter in
            var members: [JSON.Member] = []
            if case .object(let known) = parameter.schema.json { members = known }
            if let fallback = parameter.fallback {
                members.append(
                    JSON.Member("default", Int64(fallback).map { .integer($0) } ?? .text(fallback)))
            }
            return [
                "name": .text(parameter.name), "in": "query", "required": false,
                "description": .text(parameter.meaning), "schema": .object(members),
            ]
        }
    }

    private static func requestBody(of endpoint: any AnyEndpoint) -> JSON? {
        guard endpoint.takesBody else { return nil }
        return [
            // None is taken for one without fields.
            "required": .bool(endpoint.body.schema.needsFields),
            "content": [
                "application/json": JSON.object([
                    ("schema", Schema.body(endpoint.body).json),
                    ("example", endpoint.body.exampleJSON),
                ])
            ],
        ]
    }

    // MARK: answers

    private static func success(of endpoint: any AnyEndpoint) -> JSON.Member {
        var content: JSON?
        switch endpoint.media {
        case .json where endpoint.reply != Nothing.self:
            content = JSON.object([
                ("schema", Schema.body(endpoint.reply).json),
                ("example", endpoint.reply.exampleJSON),
            ])
        case .json: content = nil
        case .document: content = ["schema": ["type": "object"]]
        // Raw bytes have no schema in OpenAPI 3.1.
        case .torrent: content = [:]
        case .events:
            content = [
                "schema": [
                    "type": "string",
                    "description": .text(
                        "Server-sent events; the data of each is a \(endpoint.reply.schemaName)."),
                ]
            ]
        case .text, .page: content = ["schema": ["type": "string"]]
        }
        return JSON.Member(
            String(endpoint.status),
            JSON.object([
                ("description", .text(endpoint.status == 204 ? "Done" : endpoint.summary)),
                ("content", content.map { .object([JSON.Member(endpoint.media.type, $0)]) }),
            ]))
    }

    private static func problem(_ refusal: Refusal) -> JSON.Member {
        JSON.Member(
            String(refusal.status),
            JSON.object([
                (
                    "description",
                    .text(
                        Problem.title(refusal.status) + ": "
                            + refusal.codes.map { "`\($0)`" }.joined(separator: ", "))
                ),
                ("headers", headers(with: refusal.status)),
                (
                    "content",
                    [
                        Problem.contentType: [
                            "schema": [
                                "allOf": [
                                    Schema.body(Problem.self).json,
                                    [
                                        "properties": [
                                            "status": ["const": .integer(Int64(refusal.status))],
                                            "code": [
                                                "enum": .list(refusal.codes.map { .text($0) })
                                            ],
                                        ]
                                    ],
                                ]
                            ]
                        ]
                    ]
                ),
            ]))
    }

    private static func headers(with status: Int) -> JSON? {
        let text: JSON = ["type": "string"]
        switch status {
        case 401:
            return ["WWW-Authenticate": ["description": "`Bearer`", "schema": text]]
        case 405:
            return ["Allow": ["description": "The methods that there are", "schema": text]]
        case 429, 503:
            return [
                "Retry-After": [
                    "description": "Seconds to wait", "schema": ["type": "integer", "minimum": 1],
                ]
            ]
        default: return nil
        }
    }
}

extension AnyEndpoint {
    /// Who may call it and whom it reaches, in a sentence or two.
    var whoMayCall: String {
        let who =
            switch access {
            case .anyone: "Anyone may call it."
            case .signedIn: "For whoever is signed in."
            case .inPerson:
                "For whoever is signed in with a password; keys for scripts are refused."
            case .permission(let permission): "Needs `\(permission.rawValue)`."
            }
        return reach.sentence.map { "\(who) \($0)" } ?? who
    }
}
