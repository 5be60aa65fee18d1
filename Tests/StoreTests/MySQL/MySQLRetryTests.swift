import Dispatch
import Store
import TestMariaDB
import Testing

@Suite("Transactions on MySQL", .inTurn)
struct MySQLRetryTests {
    private static let table = "create table n (id bigint primary key, v bigint not null)"

    private static func withRows(_ test: (MySQLStage) async throws -> Void) async throws {
        try await MySQLStage.with { stage in
            try await stage.define(table)
            try await stage.engine.write { db in
                _ = try db.run("insert into n values (1, 0), (2, 0)", [])
            }
            try await test(stage)
        }
    }

    @Test("of two that hold each other up, both are committed")
    func deadlock() async throws {
        try await Self.withRows { stage async throws in
            let runs = Locked(0)
            let both = DispatchGroup()
            both.enter()
            both.enter()
            try await withThrowingTaskGroup(of: Void.self) { group in
                for ids in [[1, 2], [2, 1]] {
                    let isFirst = Once()
                    group.addTask {
                        try await stage.engine.write { db in
                            runs.change { $0 += 1 }
                            try db.add(1, to: ids[0])
                            if isFirst.isFirst() {
                                both.leave()
                                _ = both.wait(timeout: .now() + 10)
                            }
                            try db.add(1, to: ids[1])
                        }
                    }
                }
                try await group.waitForAll()
            }
            #expect(runs.value >= 3)
            #expect(try stage.select("select group_concat(v order by id) from n") == "2,2")
        }
    }

    @Test("one that swallows the fault that undid it leaves nothing of what follows alone")
    func swallowed() async throws {
        try await Self.withRows { stage async throws in
            let isFirst = Once()
            try await stage.engine.write { db in
                try db.add(1, to: 1)
                if isFirst.isFirst() {
                    // As a deadlock does: the connection lives on.
                    let deadlock = "signal sqlstate '40001' set mysql_errno = 1213"
                    #expect(throws: SQLFault.self) { try db.run(deadlock, []) }
                    #expect(throws: SQLFault.self) { try db.add(1, to: 2) }
                }
            }
            #expect(try stage.select("select group_concat(v order by id) from n") == "1,0")
        }
    }

    @Test("an error of the caller's undoes everything and comes out as it is")
    func thrown() async throws {
        struct Mine: Error {}
        try await Self.withRows { stage async throws in
            await #expect(throws: Mine.self) {
                try await stage.engine.write { db in
                    try db.add(1, to: 1)
                    throw Mine()
                }
            }
            #expect(try stage.select("select sum(v) from n") == "0")
        }
    }

    @Test("one whose connection is killed is run again, once")
    func killed() async throws {
        try await Self.withRows { stage async throws in
            let isFirst = Once()
            let value = try await stage.engine.write { db in
                try db.add(1, to: 1)
                if isFirst.isFirst() { try stage.kill(db) }
                try db.add(1, to: 2)
                return "made"
            }
            #expect(value == "made")
            #expect(try stage.select("select group_concat(v order by id) from n") == "1,1")
        }
    }

    @Test("a connection that died while nobody used it is not noticed")
    func idleKilled() async throws {
        try await Self.withRows { stage async throws in
            try await stage.engine.read { try stage.kill($0) }
            #expect(try await stage.engine.read { try $0.rows("select v from n", []).count } == 2)
        }
    }

    @Test("two that insert what neither found end with one row")
    func insertedAtOnce() async throws {
        try await Self.withRows { stage async throws in
            try await withThrowingTaskGroup(of: Void.self) { group in
                for _ in 0..<8 {
                    group.addTask {
                        try await stage.engine.write { db in
                            if try db.add(1, to: 3) == 0 {
                                _ = try db.run("insert into n values (3, 1)", [])
                            }
                        }
                    }
                }
                try await group.waitForAll()
            }
            #expect(try stage.select("select v from n where id = 3") == "8")
        }
    }

    @Test("a row that is there already is a duplicate, and the others of the transaction are gone")
    func duplicate() async throws {
        try await Self.withRows { stage async throws in
            await #expect(throws: SQLFault.duplicate) {
                try await stage.engine.write { db in
                    try db.add(5, to: 2)
                    _ = try db.run("insert into n values (1, 1)", [])
                }
            }
            #expect(try stage.select("select sum(v) from n") == "0")
        }
    }

    @Test("readers see one state, whatever is committed meanwhile")
    func snapshot() async throws {
        try await Self.withRows { stage async throws in
            let counts = try await stage.engine.read { db in
                let before = try db.rows("select v from n where v = 0", []).count
                try stage.server.execute("update \(stage.database).n set v = 1")
                return [before, try db.rows("select v from n where v = 0", []).count]
            }
            #expect(counts == [2, 2])
        }
    }
}

extension SQLConnection {
    @discardableResult
    fileprivate func add(_ number: Int64, to id: Int) throws -> Int {
        try run("update n set v = v + ? where id = ?", [.integer(number), .integer(Int64(id))])
            .changes
    }
}

extension MySQLStage {
    /// Ends the connection of a transaction from outside.
    fileprivate func kill(_ db: any SQLConnection) throws {
        let id = try db.values("select connection_id() as id", [], ["id"]).first?.first
        guard case .integer(let number)? = id else { throw WrongURL() }
        try server.execute("kill \(number)")
    }
}
