package import Domain

/// One endpoint as a value: the server's route, the client's call and the documentation all come
/// from it, so they cannot disagree.
///
/// `Query`, `Body` and `Reply` are `Nothing` where there is none.
package struct Endpoint<
    Query: QueryParameters, Body: Codable & Sendable, Reply: Codable & Sendable
>: Sendable {
    package let method: Method
    /// Below `/api/v1`, with `{id}` for parameters: `/catalog/{id}`.
    package let path: String
    package let access: Access
    /// The status of a success.
    package let status: Int
    /// One line for the documentation.
    package let summary: String

    package init(
        _ method: Method, _ path: String, _ access: Access, status: Int = 200, _ summary: String
    ) {
        self.method = method
        self.path = path
        self.access = access
        self.status = status
        self.summary = summary
    }

    /// The path with its parameters filled in, in order, below `prefix`.
    package func path(_ ids: [Int64], prefix: String = Endpoints.prefix) -> String {
        var rest = ids[...]
        let parts = path.split(separator: "/").map { part in
            part.hasPrefix("{") ? rest.popFirst().map { String($0) } ?? String(part) : String(part)
        }
        return prefix + "/" + parts.joined(separator: "/")
    }
}

package enum Method: String, Sendable {
    case get = "GET"
    case post = "POST"
    case put = "PUT"
    case patch = "PATCH"
    case delete = "DELETE"
}

/// What a caller must be before a handler is reached.
package enum Access: Hashable, Sendable {
    case anyone
    case signedIn
    case permission(Permission)
}

/// The body, reply or query of an endpoint that has none.
package struct Nothing: Codable, Hashable, Sendable {
    package init() {}
}
