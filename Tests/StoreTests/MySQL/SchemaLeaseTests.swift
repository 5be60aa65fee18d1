import TestMariaDB
import Testing

@testable import Store

@Suite("The lease of the schema", .inTurn)
struct SchemaLeaseTests {
    @Test("one server at a time has it")
    func exclusive() async throws {
        try await MySQLStage.with { stage in
            let inside = Locked((now: 0, most: 0, all: 0))
            try await withThrowingTaskGroup(of: Void.self) { group in
                for _ in 0..<4 {
                    group.addTask {
                        try await SchemaLease.holding(stage.engine) {
                            inside.change {
                                $0.now += 1
                                $0.most = max($0.most, $0.now)
                            }
                            _ = try await stage.engine.read { try $0.rows("select 1", []) }
                            inside.change {
                                $0.now -= 1
                                $0.all += 1
                            }
                        }
                    }
                }
                try await group.waitForAll()
            }
            #expect(inside.value.most == 1)
            #expect(inside.value.all == 4)
        }
    }

    @Test("it is given back by one that fails, and runs out with one that died")
    func givenBack() async throws {
        struct Mine: Error {}
        try await MySQLStage.with { stage in
            await #expect(throws: Mine.self) {
                try await SchemaLease.holding(stage.engine) { throw Mine() }
            }
            try await SchemaLease.holding(stage.engine, wait: .zero) {}
            try stage.server.execute(
                "update \(stage.database).schema_lease set expires_at = unix_timestamp() - 1")
            try await SchemaLease.holding(stage.engine, wait: .zero) {}
            try stage.server.execute(
                "update \(stage.database).schema_lease set expires_at = unix_timestamp() + 60")
            await #expect(throws: SQLFault.self) {
                try await SchemaLease.holding(stage.engine, wait: .zero) {}
            }
        }
    }

    @Test("a definition that was made already is passed over, a wrong one is not")
    func defineAgain() async throws {
        try await MySQLStage.with { stage in
            let steps = [
                "create table s (a bigint, b bigint)", "create index s_a on s (a)",
                "alter table s drop column b", "alter table s add column c bigint",
            ]
            for _ in 0..<2 {
                try await stage.engine.write { db in
                    for step in steps { try db.define(step) }
                }
            }
            #expect(
                try stage.select(
                    "select group_concat(column_name) from information_schema.columns where table_schema = database() and table_name = 's'"
                ) == "a,c")
            await #expect(throws: SQLFault.self) {
                try await stage.engine.write { try $0.define("create nonsense") }
            }
        }
    }
}
