import API
import Domain
import Foundation
import Synchronization

/// Times searches through the real HTTP API, one after the other, while somebody publishes.
struct SearchBench: Sendable {
    private static let warmUp = 20
    private static let floorRounds = 2000

    let queries: QueryMaker
    let rounds: Int
    let interruption: Latch

    struct Measured: Sendable {
        let floor: Percentiles
        let rows: [SearchReport.Row]
        let publishing: Percentiles
        let memory: ServerMemory?
    }

    /// The viewers by the name they have in the report.
    static let viewers: [(name: String, username: String, weight: RoleWeight)] = [
        ("SuperAdmin", Viewer.founder, .superAdmin), ("Guest", Viewer.guest, .guest),
    ]

    func measure(_ server: ServerProcess.Running) async throws -> Measured {
        let floor = try await onOwnThread { try self.floor(server.port) }
        let done = Latch()
        let publisher = Publisher(port: server.port, maker: queries.maker)
        async let published = onOwnThread { try publisher.run(until: done) }
        let rows: Result<[SearchReport.Row], any Error>
        do {
            rows = .success(try await onOwnThread { try searches(server.port) })
        } catch {
            rows = .failure(error)
        }
        // Whatever happened: the publisher waits for it.
        done.raise()
        return Measured(
            floor: floor, rows: try rows.get(),
            publishing: Percentiles(milliseconds: try await published), memory: server.memory())
    }

    /// The searches of a case, with those that are not counted first.
    func queries(of kind: SearchCase) -> (warmUp: ArraySlice<String>, counted: ArraySlice<String>) {
        let made = queries.queries(kind, count: rounds + Self.warmUp)
        let warmUp = min(Self.warmUp, max(0, made.count - 1))
        return (made.prefix(warmUp), made.dropFirst(warmUp))
    }

    private func floor(_ port: UInt16) throws -> Percentiles {
        let connection = try HTTPConnection(port: port)
        var times: [Double] = []
        for _ in 0..<Self.floorRounds {
            try interruption.check()
            times.append(try connection.send("GET", "/healthz").milliseconds)
        }
        return Percentiles(milliseconds: times)
    }

    private func searches(_ port: UInt16) throws -> [SearchReport.Row] {
        let progress = ProgressLine(
            "Searching", total: Self.viewers.count * SearchCase.allCases.count)
        defer { progress.end() }
        var rows: [SearchReport.Row] = []
        for person in Self.viewers {
            let viewer = try Viewer(person.name, username: person.username, port: port)
            for kind in SearchCase.allCases {
                progress.show(rows.count, "\(person.name): \(kind.rawValue)")
                rows.append(try row(kind, viewer))
            }
        }
        return rows
    }

    private func row(_ kind: SearchCase, _ viewer: Viewer) throws -> SearchReport.Row {
        let (warmUp, counted) = queries(of: kind)
        for query in warmUp { _ = try search(query, kind, viewer) }
        var times: [Double] = []
        var hits = 0
        var askedBack = 0
        for query in counted {
            try interruption.check()
            let (milliseconds, page) = try search(query, kind, viewer)
            times.append(milliseconds)
            hits += page.hits
            if page.asksBack { askedBack += 1 }
        }
        let count = Double(max(1, times.count))
        return SearchReport.Row(
            viewer: viewer.name, kind: kind, times: Percentiles(milliseconds: times),
            hits: Double(hits) / count, askedBack: Double(askedBack) / count)
    }

    /// Only the last page is timed.
    private func search(
        _ query: String, _ kind: SearchCase, _ viewer: Viewer
    ) throws -> (milliseconds: Double, page: FoundPage) {
        var answer = try viewer.get(Self.path(query, cursor: nil))
        var page = try FoundPage(answer)
        for _ in 1..<kind.page {
            try interruption.check()
            guard let cursor = page.cursor else { break }
            answer = try viewer.get(Self.path(query, cursor: cursor))
            page = try FoundPage(answer)
        }
        return (answer.milliseconds, page)
    }

    private static func path(_ query: String, cursor: String?) -> String {
        let pairs = CatalogQuery(q: query, page: PageQuery(cursor: cursor)).pairs
        return Endpoints.catalog.path([]) + "?"
            + pairs.map { "\($0.name)=\(escaped($0.value))" }.joined(separator: "&")
    }

    private static func escaped(_ text: String) -> String {
        text.addingPercentEncoding(
            withAllowedCharacters: CharacterSet(charactersIn: "-._~").union(
                CharacterSet(charactersIn: "0"..."9").union(
                    CharacterSet(charactersIn: "a"..."z").union(
                        CharacterSet(charactersIn: "A"..."Z"))))) ?? text
    }
}
