import Foundation

/// An endpoint without its types, so that all of them stand in one list.
package protocol AnyEndpoint: Sendable {
    var method: Method { get }
    var prefix: String { get }
    var path: String { get }
    var access: Access { get }
    var reach: Reach { get }
    var status: Int { get }
    var media: Media { get }
    var refusals: [Refusal] { get }
    var summary: String { get }
    var query: any QueryParameters.Type { get }
    var body: any Described.Type { get }
    var reply: any Described.Type { get }
}

extension AnyEndpoint {
    /// As people write it: `GET /catalog/{id}`. No two endpoints share one.
    package var name: String { "\(method.rawValue) \(path)" }

    package var takesBody: Bool { body != Nothing.self }

    /// Unique, and a name in any language: `getUsersByIdStats`.
    package var operationID: String {
        let words = path.split { "/-.".contains($0) }.map { part in
            part.hasPrefix("{") ? "By" + part.dropFirst().dropLast().capitalized : part.capitalized
        }
        return method.rawValue.lowercased() + words.joined()
    }

    /// The names in the path, in order.
    package var pathParameters: [String] {
        path.split(separator: "/").filter { $0.hasPrefix("{") }
            .map { String($0.dropFirst().dropLast()) }
    }

    /// Every way in which it may say no: its own, and what its form brings with it.
    package var everyRefusal: [Refusal] {
        var codes: [Int: [String]] = [:]
        func add(_ status: Int, _ more: String...) { codes[status, default: []] += more }
        if !pathParameters.isEmpty {
            add(400, "bad_id")
            add(404, "not_found")
        }
        if query != Nothing.self { add(400, "bad_parameter") }
        // Whatever else is sent is refused too where nothing is taken.
        if takesBody || method != .get {
            add(400, "bad_json", "unknown_field", "repeated_field")
            add(413, "body_too_large")
        }
        if access != .anyone {
            add(401, "not_signed_in")
            add(403, "banned")
        }
        if !Endpoints.probes.contains(path) { add(403, "address_banned") }
        if access == .inPerson { add(403, "not_by_key") }
        if case .permission = access { add(403, "permission_missing") }
        if case .ownOr = reach { add(403, "permission_missing") }
        if case .permission = access, method != .get { add(409, "standing_changed") }
        if case .ownOrBelowWith = reach { add(409, "standing_changed") }
        for refusal in refusals { codes[refusal.status, default: []] += refusal.codes }
        add(405, "no_such_method")
        add(408, "request_too_slow")
        add(429, "too_many_requests")
        add(431, "headers_too_large")
        add(500, "internal")
        add(503, "database_away")
        return codes.sorted { $0.key < $1.key }.map { status, codes in
            Refusal(status, codes.reduce(into: []) { if !$0.contains($1) { $0.append($1) } })
        }
    }
}

extension Endpoint: AnyEndpoint {
    package var query: any QueryParameters.Type { Query.self }
    package var body: any Described.Type { Body.self }
    package var reply: any Described.Type { Reply.self }
}

/// What a successful answer is written in.
package enum Media: Sendable {
    /// A body of the API.
    case json
    /// JSON that is described elsewhere.
    case document
    case torrent, events, text, page

    /// As the header `Content-Type` says it, but for the charset.
    package var type: String {
        switch self {
        case .json, .document: "application/json"
        case .torrent: "application/x-bittorrent"
        case .events: "text/event-stream"
        case .text: "text/plain"
        case .page: "text/html"
        }
    }
}
