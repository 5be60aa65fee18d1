package import Domain

/// One endpoint as a value: the server's route, the client's call and the documentation all come
/// from it, so they cannot disagree.
///
/// `Query`, `Body` and `Reply` are `Nothing` where there is none.
package struct Endpoint<
    Query: QueryParameters, Body: Described, Reply: Described
>: Sendable {
    package let method: Method
    /// What the path stands below.
    package let prefix: String
    /// With `{id}` for parameters: `/catalog/{id}`.
    package let path: String
    package let access: Access
    /// What is asked beyond `access`, of whom or what the path names.
    package let reach: Reach
    /// The status of a success.
    package let status: Int
    package let media: Media
    /// Those that do not follow from its form; `everyRefusal` has all.
    package let refusals: [Refusal]
    /// One line for the documentation.
    package let summary: String

    package init(
        _ method: Method, _ path: String, _ access: Access, on reach: Reach = .nothing,
        status: Int = 200, media: Media = .json, below prefix: String = Endpoints.prefix,
        refusals: [Refusal] = [], _ summary: String
    ) {
        self.method = method
        self.prefix = prefix
        self.path = path
        self.access = access
        self.reach = reach
        self.status = status
        self.media = media
        self.refusals = refusals
        self.summary = summary
    }

    /// The path with its parameters filled in, in order, below `prefix`.
    package func path(_ ids: [Int64], prefix: String? = nil) -> String {
        var rest = ids[...]
        let parts = path.split(separator: "/").map { part in
            part.hasPrefix("{") ? rest.popFirst().map { String($0) } ?? String(part) : String(part)
        }
        return (prefix ?? self.prefix) + "/" + parts.joined(separator: "/")
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
    /// Signed in with a password: a key for scripts is refused.
    case inPerson
    /// Signed in, by whatever lets them in, and holding this.
    case permission(Permission)
}

/// The body, reply or query of an endpoint that has none.
package struct Nothing: Codable, Hashable, Sendable {
    package init() {}
}
