import API
import Domain
import Store
import Testing

/// `enxamed audit verify`, as an operator runs it beside the server.
@Suite(.inTurn) struct AuditVerifyTests {
    private static func verify(_ server: RunningServer) async throws -> Ended {
        try await RunningProgram.start(
            "enxamed", ["audit", "verify"],
            environment: Binaries.environment(
                home: server.folder.path, ["ENXAME_DATA_DIR": server.folder.path + "/data"]),
            in: server.folder.path
        ).end()
    }

    private static func tamper(_ server: RunningServer, _ sql: String) async throws {
        let engine = try SQLiteEngine(path: server.folder.path + "/data/enxame.sqlite")
        try await engine.write { db in _ = try db.run(sql, []) }
        try await engine.close()
    }

    @Test("a log that is as it was written passes, and one sentence says so")
    func sound() async throws {
        try await RunningServer.run { server in
            _ = try await server.join("bia", as: BuiltInRoles.member)
            _ = try await server.join("caio", as: BuiltInRoles.member)
            let ended = try await Self.verify(server)
            #expect(ended.code == 0, "\(ended.error)")
            let sentence =
                /[0-9]+ entries, each as it was written; the last has the hash [0-9a-f]{64}\n/
            #expect(ended.output.wholeMatch(of: sentence) != nil, "\(ended.output)")
            #expect(ended.error.isEmpty)
        }
    }

    @Test(
        "the first entry that is not as it was written is named",
        arguments: [
            ("update audit set reason = 'nothing' where number = 2", "entry 2"),
            ("update audit set actor_name = 'ana' where number = 1", "entry 1"),
            ("delete from audit where number = 2", "entry 2"),
            ("delete from audit where number >= 3", "entry 2"),
        ])
    func broken(sql: String, named: String) async throws {
        try await RunningServer.run { server in
            for name in ["bia", "caio", "davi", "eva"] {
                _ = try await server.join(name, as: BuiltInRoles.member)
            }
            try await Self.tamper(server, sql)
            let ended = try await Self.verify(server)
            #expect(ended.code == 1, "\(ended.output)")
            #expect(ended.output.hasPrefix("The log does not hold: "))
            #expect(ended.output.contains(named), "\(ended.output)")
        }
    }
}
