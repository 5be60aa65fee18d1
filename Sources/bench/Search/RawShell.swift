import Domain
import Foundation
import Service
import Store
import Subprocess
import SystemPackage

/// The same searches by SQLite's own shell on the same file: what our way through a server costs.
struct RawShell {
    let path: String
    let bench: SearchBench
    let store: CommunityStore
    /// Where scripts are written to.
    let folder: String

    func times(of kind: SearchCase, visibleTo weight: RoleWeight) async throws -> Percentiles {
        let (warmUp, counted) = bench.queries(of: kind)
        var searches: [[String]] = []
        for query in warmUp + counted {
            try bench.interruption.check()
            let search = try await search(query, kind, weight)
            searches.append(try await store.statements(of: search))
        }
        let times = try await run(searches)
        return Percentiles(milliseconds: Array(times.dropFirst(warmUp.count)))
    }

    private func search(
        _ query: String, _ kind: SearchCase, _ weight: RoleWeight
    ) async throws -> CatalogSearch {
        var search = CatalogSearch(
            query: SearchQuery(query), now: .now, status: .approved, visibleTo: weight,
            order: .relevance, limit: 50)
        for _ in 1..<kind.page {
            guard let next = try await store.search(search).next else { break }
            search.after = next
        }
        return search
    }

    /// Milliseconds of each search, of one or several statements.
    private func run(_ searches: [[String]]) async throws -> [Double] {
        let shell = try Programs.installed("sqlite3", package: "sqlite3")
        let script = folder + "/raw.sql"
        // The rows go nowhere, as the timer's lines go to standard output.
        let lines = [".timer on", ".output /dev/null"] + searches.joined().map { $0 + ";" }
        try Data((lines.joined(separator: "\n") + "\n").utf8).write(to: URL(filePath: script))
        defer { try? FileManager.default.removeItem(atPath: script) }
        let result = try await Subprocess.run(
            .path(FilePath(shell)), arguments: ["-batch", "-readonly", path],
            input: .fileDescriptor(
                try FileDescriptor.open(FilePath(script), .readOnly),
                closeAfterSpawningProcess: true),
            output: .string(limit: 64 << 20), error: .string(limit: 1 << 20))
        let times = result.standardOutput.split(separator: "\n")
            .compactMap(RunTime.milliseconds)
        guard times.count == searches.joined().count else {
            throw BenchError.failed(
                program: "sqlite3", log: String(result.standardError.prefix(600)))
        }
        var rest = times[...]
        return searches.map { statements in
            defer { rest = rest.dropFirst(statements.count) }
            return rest.prefix(statements.count).reduce(0, +)
        }
    }
}
