import Store
import TestMariaDB
import Testing

/// Runs each test of a suite once for each database that a community can be kept in, a few tests at
/// a time.
struct EveryEngine: SuiteTrait, TestTrait, TestScoping {
    /// More at a time would wait for each other past their deadlines on a small machine.
    private static let turns = Turns(6)

    let isRecursive = true

    func provideScope(
        for test: Test, testCase: Test.Case?, performing function: @Sendable () async throws -> Void
    ) async throws {
        await Self.turns.take()
        defer { Self.turns.give() }
        for database in TestDatabase.allCases {
            await TestDatabase.$current.withValue(database) {
                do {
                    try await function()
                } catch {
                    Issue.record("on \(database): \(error)")
                }
            }
        }
    }
}

extension Trait where Self == EveryEngine {
    static var everyEngine: EveryEngine { EveryEngine() }
}

/// The database that the running test keeps its community in.
enum TestDatabase: CaseIterable {
    case sqlite, mariaDB

    @TaskLocal static var current = TestDatabase.sqlite

    /// What is kept for this folder; opening it again finds what was written.
    static func open(_ folder: TemporaryFolder) async throws -> any SQLEngine {
        switch current {
        case .sqlite: return try SQLiteEngine(path: folder.path + "/enxame.sqlite")
        case .mariaDB:
            let server = try await MariaDBServer.shared()
            let name = "s" + folder.path.suffix(36).lowercased().filter { $0 != "-" }
            try await server.makeDatabaseAside(name)
            folder.whenGone { server.dropDatabaseAside(name) }
            let url = try DatabaseURL(server.url(name, settings: "pool=2"))
            guard case .mysql(let address) = url else { throw NoAddress() }
            return try await MySQLEngine.open(address)
        }
    }

    private struct NoAddress: Error {}
}
