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

    private enum Verb { case announce, scrape }

    /// `nil` when the path is not one of the tracker's; `query` is as it came, without the `?`.
    package static func read(
        path: String, query: some Collection<UInt8>
    ) throws(AnnounceError) -> TrackerRequest? {
        let (path, query) = (Array(path.utf8), Array(query))
        return try read(path: path.span, query: query.span)
    }

    /// A request target as it stands in a request line, or in a URL behind its host.
    package static func read(target: Span<UInt8>) throws(AnnounceError) -> TrackerRequest? {
        var mark = 0
        while mark < target.count, target[mark] != UInt8(ascii: "?") { mark += 1 }
        return try read(
            path: target.extracting(0..<mark),
            query: target.extracting(min(mark + 1, target.count)..<target.count))
    }

    /// Only whose announce URL this is, as a packet over UDP brings it (BEP 41).
    static func passkey(target: Span<UInt8>) throws(AnnounceError) -> Passkey {
        var mark = 0
        while mark < target.count, target[mark] != UInt8(ascii: "?") { mark += 1 }
        let path = target.extracting(0..<mark)
        let query = target.extracting(min(mark + 1, target.count)..<target.count)
        guard path.count <= maximumBytes else { throw .tooLong }
        guard let (_, inPath) = split(path) else { throw .noPasskey }
        return try passkey(inPath: inPath, path, try RawQuery(query), query)
    }

    private static func read(
        path: Span<UInt8>, query: Span<UInt8>
    ) throws(AnnounceError) -> TrackerRequest? {
        guard path.count <= maximumBytes else { throw .tooLong }
        guard let (verb, inPath) = split(path) else { return nil }
        let fields = try RawQuery(query)
        let passkey = try passkey(inPath: inPath, path, fields, query)
        return switch verb {
        case .announce: .announce(passkey, try AnnounceRequest(fields, in: query))
        case .scrape: .scrape(passkey, try ScrapeRequest(fields, in: query))
        }
    }

    private static func split(_ path: Span<UInt8>) -> (Verb, passkey: Range<Int>?)? {
        var parts: (Range<Int>?, Range<Int>?)
        var start = 0
        for index in 0...path.count
        where index == path.count || path[index] == UInt8(ascii: "/") {
            defer { start = index + 1 }
            guard index > start else { continue }
            if parts.0 == nil {
                parts.0 = start..<index
            } else if parts.1 == nil {
                parts.1 = start..<index
            } else {
                return nil
            }
        }
        guard let first = parts.0 else { return nil }
        if let verb = verb(path.extracting(first)) { return (verb, parts.1) }
        return parts.1.flatMap { verb(path.extracting($0)) }.map { ($0, first) }
    }

    private static func verb(_ name: Span<UInt8>) -> Verb? {
        func spells(_ word: StaticString) -> Bool {
            word.withUTF8Buffer { word in
                word.count == name.count && word.indices.allSatisfy { word[$0] == name[$0] }
            }
        }
        return spells("announce") ? .announce : spells("scrape") ? .scrape : nil
    }

    private static func passkey(
        inPath: Range<Int>?, _ path: Span<UInt8>, _ fields: RawQuery, _ query: Span<UInt8>
    ) throws(AnnounceError) -> Passkey {
        let inQuery = try fields.place(.passkey)
        guard inPath == nil || inQuery == nil else { throw .twice("passkey") }
        let passkey: Passkey?
        if let inQuery {
            passkey = RawQuery.passkey(inQuery, in: query)
        } else if let inPath {
            passkey = RawQuery.passkey(inPath, in: path)
        } else {
            throw .noPasskey
        }
        guard let passkey else { throw .badPasskey }
        return passkey
    }
}
