import Foundation
import TestMariaDB
import Testing

/// A database server that cannot be used ends the start with one clear line.
@Suite(.inTurn) struct DatabaseTests {
    private func start(_ url: String) async throws -> Ended {
        let folder = try TemporaryFolder()
        let program = try await RunningProgram.start(
            "enxamed", [],
            environment: Binaries.environment(
                home: folder.path,
                [
                    "ENXAME_DATA_DIR": folder.path + "/data", "ENXAME_LISTEN": "127.0.0.1:0",
                    "ENXAME_TRACKER_LISTEN": "127.0.0.1:0", "ENXAME_DATABASE_URL": url,
                ]), in: folder.path)
        return try await program.end()
    }

    private func expect(_ url: String, _ words: String) async throws {
        let ended = try await start(url)
        #expect(ended.code == 74, "\(ended.error)")
        #expect(ended.complaints.count == 1, "\(ended.error)")
        #expect(ended.error.contains(words), "\(ended.error)")
        #expect(!ended.error.contains("p@ss"))
        #expect(ended.output.isEmpty)
    }

    @Test("nobody there, a wrong password, no such database, a newer schema, another charset")
    func unusable() async throws {
        let server = try await MariaDBServer.shared()
        let port = try FreePort.next()
        try await expect(server.url("nothing", port: port), "cannot use the database")
        try await expect(
            "mysql://enxame:wrong@127.0.0.1:\(server.port)/nothing", "cannot use the database")
        try await expect(server.url("nowhere_at_all"), "nowhere_at_all")

        let newer = try server.makeDatabase()
        defer { server.dropDatabase(newer) }
        try server.execute(
            """
            use \(newer); create table schema_step (number integer primary key);
            insert into schema_step values (99)
            """)
        try await expect(server.url(newer), "newer enxamed")

        let latin = try server.makeDatabase()
        defer { server.dropDatabase(latin) }
        try server.execute(
            "use \(latin); create table account (username varchar(10)) character set latin1")
        try await expect(server.url(latin), "latin1")
    }
}
