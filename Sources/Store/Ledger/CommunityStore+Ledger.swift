package import Domain
package import Service
package import Tracker

extension CommunityStore {
    /// One file has one server.
    package var isShared: Bool { engine.dialect == .mysql }

    package func lastActElsewhere() async throws -> Int64? {
        guard isShared else { return nil }
        return try await engine.read { db in
            try db.first("select sum(entries) as n from audit_tail")?.optionalInteger("n") ?? 0
        }
    }

    package func session(_ key: SessionKey) async throws -> SessionRow? {
        try await engine.read { db in
            try db.session(key).map { SessionRow(session: $0, left: $1) }
        }
    }

    package func hasSession(of user: UserID, with torrent: CatalogID) async throws -> Bool {
        try await engine.read { db in
            try db.first(
                "select 1 as n from ledger_session where user_id = ? and catalog_id = ? limit 1",
                [.id(user), .id(torrent)]) != nil
        }
    }

    package func adjust(_ adjustment: Adjustment, audit: AuditEntry) async throws {
        // Whether it would take a total below zero is asked of all that was promised.
        try await applyJournal()
        try await engine.write { db in
            let row = try db.first(
                "select bytes_up, bytes_down from account where id = ?\(db.dialect.locking)",
                [.id(adjustment.user)])
            guard let row, try db.count("account where id = ?", [.id(adjustment.actor)]) == 1
            else { throw StoreFailure.gone }
            let (up, upOverflows) = try row.integer("bytes_up")
                .addingReportingOverflow(adjustment.up)
            let (down, downOverflows) = try row.integer("bytes_down")
                .addingReportingOverflow(adjustment.down)
            guard up >= 0, down >= 0, !upOverflows, !downOverflows else {
                throw StoreFailure.belowZero
            }
            try db.run(
                """
                insert into ledger_adjustment
                    (user_id, actor_id, bytes_up, bytes_down, reason, made_at)
                values (?, ?, ?, ?, ?, ?)
                """,
                [
                    .id(adjustment.user), .id(adjustment.actor), .integer(adjustment.up),
                    .integer(adjustment.down), .text(adjustment.reason), .time(adjustment.at),
                ])
            try Self.add(
                up: adjustment.up, down: adjustment.down, to: adjustment.user, at: adjustment.at,
                db)
            try Self.write(
                audit.finding(
                    before: Self.words(
                        try row.integer("bytes_up"), try row.integer("bytes_down")),
                    leaving: Self.words(up, down)), db)
        }
    }

    private static func words(_ up: Int64, _ down: Int64) -> String {
        "up \(up), down \(down)"
    }

    package func verifyTotals() async throws -> [LedgerBreak] {
        try await engine.read { db in
            let rows = try db.all(
                """
                select a.id, a.username, a.bytes_up, a.bytes_down,
                    coalesce(s.up, 0) + coalesce(j.up, 0) as derived_up,
                    coalesce(s.down, 0) + coalesce(j.down, 0) as derived_down
                from account a
                left join (select user_id, sum(credited_up) as up, sum(credited_down) as down
                    from ledger_session group by user_id) s on s.user_id = a.id
                left join (select user_id, sum(bytes_up) as up, sum(bytes_down) as down
                    from ledger_adjustment group by user_id) j on j.user_id = a.id
                order by a.id
                """)
            return try rows.flatMap { row in
                try ["up", "down"].compactMap { counter in
                    let kept = try row.integer("bytes_\(counter)")
                    let derived = try row.integer("derived_\(counter)")
                    guard kept != derived else { return nil }
                    return LedgerBreak(
                        user: try row.id("id"), username: try row.text("username"),
                        counter: counter, kept: kept, derived: derived)
                }
            }
        }
    }

    private static func add(
        up: Int64, down: Int64, to user: UserID, at: Timestamp, _ db: any SQLConnection
    ) throws {
        try db.run(
            "update account set bytes_up = bytes_up + ?, bytes_down = bytes_down + ? where id = ?",
            [.integer(up), .integer(down), .id(user)])
        try addHistory(up: up, down: down, of: user, at: at, db)
    }
}
