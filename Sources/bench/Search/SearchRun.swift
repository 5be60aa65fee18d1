import Domain
import Foundation
import Store

/// A whole run: found the community, fill it, serve it, measure it.
struct SearchRun: Sendable {
    let database: Database
    let folder: String
    let items: Int
    let rounds: Int
    let seed: UInt64
    let isRaw: Bool
    let interruption: Latch

    func run() async throws -> SearchReport {
        // Before an hour is spent: is everything there?
        if isRaw { _ = try Programs.installed("sqlite3", package: "sqlite3") }
        let server = ServerProcess(folder: folder, database: database, interruption: interruption)
        // The server makes its first account where there is none yet, so it comes first.
        try await server.run { running in
            try await onOwnThread {
                let founder = try Viewer(
                    "SuperAdmin", username: Viewer.founder, port: running.port)
                try founder.inviteGuest()
                try founder.liftLimits()
            }
        }
        let maker = CatalogMaker(seed: seed)
        let building = try await build(maker)
        let bench = SearchBench(
            queries: QueryMaker(maker: maker, items: items), rounds: rounds,
            interruption: interruption)
        let measured = try await server.run { try await bench.measure($0) }
        return SearchReport(
            items: items, seed: seed, database: database.isSQLite ? "SQLite" : "MySQL",
            isJudged: database.isSQLite, building: building, floor: measured.floor,
            rows: try await withShell(measured.rows, bench), publishing: measured.publishing,
            memory: measured.memory)
    }

    private func build(_ maker: CatalogMaker) async throws -> SearchReport.Building {
        let watch = Stopwatch()
        let made = try await withStore { store in
            try await CatalogBuilder(
                maker: maker, items: items, place: database.name, interruption: interruption
            ).build(in: store)
        }
        return SearchReport.Building(made: made, seconds: watch.seconds, bytes: database.size)
    }

    private func withShell(
        _ rows: [SearchReport.Row], _ bench: SearchBench
    ) async throws -> [SearchReport.Row] {
        guard isRaw, let path = database.path else { return rows }
        return try await withStore { store in
            let shell = RawShell(path: path, bench: bench, store: store, folder: folder)
            let progress = ProgressLine("In SQLite's shell", total: rows.count)
            defer { progress.end() }
            var measured: [SearchReport.Row] = []
            for var row in rows {
                let weight = SearchBench.viewers.first { $0.name == row.viewer }?.weight
                progress.show(measured.count, row.kind.rawValue)
                row.shell = try await shell.times(of: row.kind, visibleTo: weight ?? .guest)
                measured.append(row)
            }
            return measured
        }
    }

    private func withStore<T: Sendable>(
        _ body: (CommunityStore) async throws -> T
    ) async throws -> T {
        let store = try await database.open()
        do {
            let result = try await body(store)
            try await store.close()
            return result
        } catch {
            try? await store.close()
            throw error
        }
    }
}
