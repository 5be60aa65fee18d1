import Foundation
import Store
import TestMariaDB
import Testing

/// A database that must keep the store's contract.
struct TestEngine: CustomTestStringConvertible, Sendable {
    let testDescription: String
    /// Opens what is kept for this folder; opening it again finds what was written.
    let open: @Sendable (TemporaryFolder) async throws -> any SQLEngine

    static let all = [sqlite, mariaDB]

    static let sqlite = TestEngine(testDescription: "SQLite") { folder in
        try SQLiteEngine(path: folder.path + "/enxame.sqlite")
    }

    static let mariaDB = TestEngine(testDescription: "MariaDB") { folder in
        let server = try await MariaDBServer.shared()
        let database = "t" + folder.path.suffix(36).lowercased().filter { $0 != "-" }
        try await server.makeDatabaseAside(database)
        folder.whenGone { server.dropDatabaseAside(database) }
        return try await MySQLEngine.open(server.address(database))
    }
}
