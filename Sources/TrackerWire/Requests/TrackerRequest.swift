package import Domain

/// What a client asks of the tracker over HTTP, and with whose passkey.
///
/// Understood are `/announce?passkey=…`, `/announce/{passkey}`, `/{passkey}/announce`, and the
/// same with `scrape`.
package enum TrackerRequest: Hashable, Sendable {
    /// Of a query, and of a path.
    package static let maximumBytes = 8192

    case announce(Passkey, AnnounceRequest)
    case scrape(Passkey, ScrapeRequest)

    private enum Verb: String { case announce, scrape }

    /// `nil` when the path is not one of the tracker's; `query` is as it came, without the `?`.
    package static func read(
        path: String, query: some Collection<UInt8>
    ) throws(AnnounceError) -> TrackerRequest? {
        guard path.utf8.count <= maximumBytes else { throw .tooLong }
        guard let (verb, inPath) = split(path) else { return nil }
        let query = try RawQuery(query)
        let passkey = try passkey(inPath: inPath, query: query)
        return switch verb {
        case .announce: .announce(passkey, try AnnounceRequest(query))
        case .scrape: .scrape(passkey, try ScrapeRequest(query))
        }
    }

    private static func split(_ path: String) -> (Verb, passkey: Substring?)? {
        let parts = path.split(separator: "/")
        switch parts.count {
        case 1: return Verb(rawValue: String(parts[0])).map { ($0, nil) }
        case 2:
            if let verb = Verb(rawValue: String(parts[0])) { return (verb, parts[1]) }
            return Verb(rawValue: String(parts[1])).map { ($0, parts[0]) }
        default: return nil
        }
    }

    private static func passkey(
        inPath: Substring?, query: RawQuery
    ) throws(AnnounceError) -> Passkey {
        let inQuery = try query.value("passkey").map { String(decoding: $0, as: UTF8.self) }
        guard inPath == nil || inQuery == nil else { throw .twice("passkey") }
        guard let text = inQuery ?? inPath.map(String.init) else { throw .noPasskey }
        guard let passkey = Passkey(rawValue: text) else { throw .badPasskey }
        return passkey
    }
}
