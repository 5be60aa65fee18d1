import Store
import TestMariaDB
import Testing

@Suite("Values through MySQL", .inTurn)
struct MySQLValueTests {
    private static let table = """
        create table v (id bigint primary key, i bigint, r double, t mediumtext, b longblob)
        """

    @Test("a value comes back as it went in")
    func roundTrip() async throws {
        let rows: [[SQLValue]] = [
            [.integer(.max), .real(0.1), .text("ação 🎬 日本語 \u{0}end"), .blob([0, 255, 10])],
            [.integer(.min), .real(-1e300), .text(""), .blob([])],
            [.null, .null, .null, .null],
            [
                .integer(0), .real(0), .text(String(repeating: "é", count: 300)),
                .blob(Array(repeating: 7, count: 300)),
            ],
        ]
        try await MySQLStage.with { stage in
            try await stage.define(Self.table)
            for (number, row) in rows.enumerated() {
                try await stage.put(number, row)
                let found = try await stage.engine.read { db in
                    try db.values(
                        "select i, r, t, b from v where id = ?", [.integer(Int64(number))],
                        ["i", "r", "t", "b"])
                }
                #expect(found == [row])
            }
        }
    }

    @Test("12 MB go in and come back in one piece")
    func large() async throws {
        let bytes = (0..<12_000_000).map { UInt8(truncatingIfNeeded: $0 &* 31 >> 3) }
        try await MySQLStage.with { stage in
            try await stage.define(Self.table)
            try await stage.put(1, [.null, .null, .null, .blob(bytes)])
            let found = try await stage.engine.read { db in
                try db.values("select b from v", [], ["b"])
            }
            // Not compared within the macro, which would print them.
            let isEqual = found == [[.blob(bytes)]]
            #expect(isEqual)
        }
    }

    @Test("more than the server takes at once is refused in a sentence, and the next write works")
    func tooLarge() async throws {
        try await MySQLStage.with { stage in
            try await stage.define(Self.table)
            let bytes = [UInt8](repeating: 1, count: 17_000_000)
            await #expect(throws: SQLFault.tooLarge(bytes: 17_000_008, most: 16_777_216)) {
                try await stage.put(1, [.null, .null, .null, .blob(bytes)])
            }
            try await stage.put(2, [.null, .null, .null, .null])
            #expect(try stage.select("select count(*) from v") == "1")
        }
    }

    @Test("sums are numbers, and a number that fits nowhere is refused")
    func decimals() async throws {
        try await MySQLStage.with { stage in
            try await stage.define(
                "create table n (i bigint, u bigint unsigned, d decimal(10, 2))")
            try await stage.engine.write { db in
                _ = try db.run(
                    "insert into n values (?, 5, 1.25), (?, 6, 1.25)", [.integer(7), .null])
            }
            let sums = try await stage.engine.read { db in
                try db.values(
                    "select sum(i) as i, sum(u) as u, sum(d) as d, avg(i) as a, i = 7 as b from n",
                    [], ["i", "u", "d", "a", "b"])
            }
            #expect(
                sums == [[.integer(7), .integer(11), .real(2.5), .real(7), .integer(1)]])
            try await stage.engine.write { db in
                _ = try db.run("update n set u = 18446744073709551615", [])
            }
            await #expect(throws: SQLFault.unexpected("u")) {
                try await stage.engine.read { try $0.values("select u from n", [], ["u"]) }
            }
        }
    }

    @Test("rows that were found count as changed, as they do in SQLite")
    func foundRows() async throws {
        try await MySQLStage.with { stage in
            try await stage.define(Self.table)
            try await stage.put(1, [.integer(5), .null, .null, .null])
            let outcome = try await stage.engine.write { db in
                try db.run("update v set i = 5 where id = 1", [])
            }
            #expect(outcome.changes == 1)
        }
    }

    @Test("a table that got another column is read anew by a statement that was prepared")
    func preparedAgain() async throws {
        try await MySQLStage.with(settings: "pool=1") { stage in
            try await stage.define("create table c (id bigint primary key)")
            let read: @Sendable (any SQLConnection) throws -> Int = { db in
                try db.rows("select * from c", []).count
            }
            _ = try await stage.engine.read(read)
            try stage.server.execute(
                """
                use \(stage.database);
                alter table c add column t text;
                insert into c values (1, 'a')
                """)
            #expect(try await stage.engine.read(read) == 1)
            let found = try await stage.engine.read { try $0.values("select * from c", [], ["t"]) }
            #expect(found == [[.text("a")]])
        }
    }
}

extension MySQLStage {
    fileprivate func put(_ number: Int, _ row: [SQLValue]) async throws {
        try await engine.write { db in
            let values: [SQLValue] = [.integer(Int64(number))] + row
            _ = try db.run("insert into v values (?, ?, ?, ?, ?)", values)
        }
    }
}
