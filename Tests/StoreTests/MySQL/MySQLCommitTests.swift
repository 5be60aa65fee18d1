import TestMariaDB
import Testing

@testable import Store

@Suite("Commits whose answer is lost", .inTurn)
struct MySQLCommitTests {
    @Test(
        "a write is made exactly once, and its own answer is given",
        arguments: [Relay.Cut.before, .after])
    func exactlyOnce(cut: Relay.Cut) async throws {
        try await MySQLStage.with { stage in
            let relay = try Relay(to: stage.server.port)
            defer { relay.stop() }
            let engine = try await MySQLEngine.open(
                stage.server.address(stage.database, port: relay.port))
            try await engine.write {
                try $0.define("create table n (id bigint primary key, v bigint)")
            }
            try await engine.write { db in _ = try db.run("insert into n values (1, 0)", []) }
            for round in 1...5 {
                let runs = Locked(0)
                relay.cutNext(cut)
                let value = try await engine.write { db in
                    _ = try db.run("update n set v = v + 1 where id = 1", [])
                    return runs.change { $0 += 1 }
                }
                #expect(!relay.isArmed)
                #expect(try stage.select("select v from n") == "\(round)")
                // Run again only where the first was not carried out.
                #expect(runs.value == (cut == .before ? 2 : 1))
                #expect(value == runs.value)
            }
            try await engine.close()
        }
    }

    @Test("what the server undid and did not say so is run again, and no part of it stands alone")
    func undoneInSilence() async throws {
        try await MySQLStage.with { stage in
            try await stage.define("create table n (id bigint)")
            let runs = Locked(0)
            try await stage.engine.write { db in
                _ = try db.run("insert into n values (1)", [])
                if runs.change({ $0 += 1 }) == 1 { _ = try db.run("rollback", []) }
                _ = try db.run("insert into n values (2)", [])
            }
            #expect(runs.value == 2)
            #expect(try stage.select("select group_concat(id order by id) from n") == "1,2")
        }
    }

    @Test("no statement is closed within a transaction, where a node's complaint would be missed")
    func closing() async throws {
        try await MySQLStage.with { stage in
            let closed: @Sendable (any SQLConnection) throws -> Int64 = { db in
                let row = try db.first("show session status where Variable_name = 'Com_stmt_close'")
                return Int64(try #require(row).text("Value")) ?? -1
            }
            let (before, after) = try await stage.engine.write { db in
                let before = try closed(db)
                for number in 0..<300 { _ = try db.first("select \(number) as n") }
                return (before, try closed(db))
            }
            #expect(before == after)
            try await stage.engine.close()
        }
    }

    @Test("old marks are swept away, new ones stay")
    func swept() async throws {
        try await MySQLStage.with { stage in
            try await stage.define("create table n (id bigint)")
            for _ in 0..<3 {
                try await stage.engine.write { db in _ = try db.run("insert into n values (1)", [])
                }
            }
            try await stage.engine.sweep(olderThan: 3600)
            #expect(try stage.select("select count(*) from committed_write") == "3")
            try await stage.engine.sweep(olderThan: -10)
            #expect(try stage.select("select count(*) from committed_write") == "0")
        }
    }
}
