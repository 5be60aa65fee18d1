import Store
import TestMariaDB
import Testing

@Suite("Servers that go away and come back", .inTurn)
struct MySQLOutageTests {
    private static let table = "create table n (id bigint not null auto_increment primary key)"
    private static let insertion: @Sendable (any SQLConnection) throws -> Void = { db in
        _ = try db.run("insert into n values ()", [])
    }

    /// Quick to give up, so that the tests are.
    private static var limits: MySQLLimits {
        var limits = MySQLLimits()
        limits.connect = 1
        limits.answer = 1
        return limits
    }

    @Test(
        "a killed server is told as an outage, and after its return all that was acknowledged is there"
    )
    func killed() async throws {
        let server = try await MariaDBServer.start()
        try await MySQLStage.with(server, limits: Self.limits) { stage in
            try await stage.define(Self.table)
            for _ in 0..<5 { try await stage.engine.write(Self.insertion) }
            try await server.kill()
            await Self.expectOutage { try await stage.engine.write(Self.insertion) }
            await Self.expectOutage { try await stage.engine.read { try $0.rows("select 1", []) } }
            try await server.resumeService()
            try await eventually("it is written to again") {
                do {
                    try await stage.engine.write(Self.insertion)
                    return true
                } catch SQLFault.unavailable { return false }
            }
            #expect(try stage.select("select count(*) from n") == "6")
        }
    }

    @Test("a server that hangs is given up in time, and used again when it moves")
    func paused() async throws {
        let server = try await MariaDBServer.start()
        try await MySQLStage.with(server, limits: Self.limits) { stage in
            try await stage.define(Self.table)
            try await stage.engine.write(Self.insertion)
            try await server.pause()
            await Self.expectOutage { try await stage.engine.write(Self.insertion) }
            try await server.resume()
            try await eventually("it is written to again") {
                do {
                    try await stage.engine.write(Self.insertion)
                    return true
                } catch SQLFault.unavailable { return false }
            }
        }
    }

    @Test("the next host is asked when the first is gone, in the middle of a transaction too")
    func failover() async throws {
        try await MySQLStage.with { stage in
            try await stage.define(Self.table)
            let relay = try Relay(to: stage.server.port)
            var address = try stage.server.address(stage.database)
            address.hosts.insert(.init(name: "127.0.0.1", port: UInt16(relay.port)), at: 0)
            let engine = try await MySQLEngine.open(address)
            let isFirst = Once()
            try await engine.write { db in
                try Self.insertion(db)
                if isFirst.isFirst() { relay.stop() }
                try Self.insertion(db)
            }
            #expect(try stage.select("select count(*) from n") == "2")
            try await engine.close()
        }
    }

    private static func expectOutage<T>(
        sourceLocation: SourceLocation = #_sourceLocation, _ work: () async throws -> T
    ) async {
        do {
            _ = try await work()
            Issue.record("it answered", sourceLocation: sourceLocation)
        } catch SQLFault.unavailable {
        } catch {
            Issue.record("\(error)", sourceLocation: sourceLocation)
        }
    }
}
