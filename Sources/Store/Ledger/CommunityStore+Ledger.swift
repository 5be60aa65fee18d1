package import Domain
package import Service
package import Tracker

/// Keeps invariants 4, 5 and 6 of `Tracker.Ledger`: everything an announce changes is one
/// transaction, and a member's total grows by exactly what its session was credited.
extension CommunityStore {
    /// 1 EiB: no member moved more. Without a bound two claims of 2^63 − 1 would push a sum out of
    /// the column, and the account could not be read again.
    private static let mostBytes = ByteCount(clamping: 1 << 60)

    package func book(_ claim: Claim, terms: CreditTerms, counts: SwarmCounts) async throws
        -> Counters
    {
        try await engine.write { db in
            let found = try Self.session(claim.key, db)
            let step = Ledger.step(
                found?.session, key: claim.key, claimed: claim.counters, event: claim.event,
                at: claim.at, terms: terms)
            let credit = try Self.fitting(step.credit, to: claim.key.user, db)
            let session = LedgerSession(
                key: claim.key, last: step.session.last,
                credited: (found?.session.credited ?? .zero) + credit,
                seenAt: step.session.seenAt, isRunning: step.session.isRunning)
            let isFirstCompletion = claim.event == .completed && found?.isComplete != true
            if found == nil {
                try Self.insertSession(session, claim, db)
            } else if step.isLate {
                try Self.updateLate(claim, db)
            } else {
                try Self.updateSession(session, claim, db)
            }
            if credit != .zero {
                try Self.add(
                    up: credit.up.bytes, down: credit.down.bytes, to: claim.key.user, at: claim.at,
                    db)
            }
            let outcome = try db.run(
                """
                update catalog set seeders = ?, leechers = ?, completed = completed + ?
                where id = ?
                """,
                [
                    .int(counts.seeders), .int(counts.leechers),
                    .integer(isFirstCompletion ? 1 : 0), .id(claim.key.torrent),
                ])
            guard outcome.changes == 1 else { throw StoreFailure.gone }
            return credit
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

    /// As much of `credit` as the member's totals still take.
    private static func fitting(_ credit: Counters, to user: UserID, _ db: any SQLConnection) throws
        -> Counters
    {
        guard credit != .zero else { return credit }
        let row = try db.first(
            "select bytes_up, bytes_down from account where id = ?\(db.dialect.locking)",
            [.id(user)])
        guard let row else { throw StoreFailure.gone }
        return Counters(
            up: min(credit.up, mostBytes - (try row.bytes("bytes_up"))),
            down: min(credit.down, mostBytes - (try row.bytes("bytes_down"))))
    }

    // MARK: rows

    private static func session(_ key: SessionKey, _ db: any SQLConnection) throws
        -> (session: LedgerSession, isComplete: Bool)?
    {
        try db.first(
            """
            select last_up, last_down, credited_up, credited_down, completed, active, last_seen_at
            from ledger_session where user_id = ? and catalog_id = ? and peer_id = ?\(db.dialect.locking)
            """, [.id(key.user), .id(key.torrent), .blob(key.peerID.bytes)]
        ).map { row in
            let session = LedgerSession(
                key: key,
                last: Counters(up: try row.bytes("last_up"), down: try row.bytes("last_down")),
                credited: Counters(
                    up: try row.bytes("credited_up"), down: try row.bytes("credited_down")),
                seenAt: try row.time("last_seen_at"), isRunning: try row.integer("active") == 1)
            return (session, try row.integer("completed") == 1)
        }
    }

    private static func insertSession(
        _ session: LedgerSession, _ claim: Claim, _ db: any SQLConnection
    ) throws {
        try db.run(
            """
            insert into ledger_session (last_up, last_down, credited_up, credited_down, bytes_left,
                completed, active, last_seen_at, first_seen_at, user_id, catalog_id, peer_id)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """,
            state(session, claim) + [.time(claim.at)] + identity(claim.key))
        try sight(claim, db)
    }

    private static func updateSession(
        _ session: LedgerSession, _ claim: Claim, _ db: any SQLConnection
    ) throws {
        try db.run(
            """
            update ledger_session set last_up = ?, last_down = ?, credited_up = ?,
                credited_down = ?, bytes_left = ?, completed = completed | ?, active = ?,
                last_seen_at = ?
            where user_id = ? and catalog_id = ? and peer_id = ?
            """,
            state(session, claim) + identity(claim.key))
        try sight(claim, db)
    }

    /// What an announce that was overtaken still brings: that the download was finished, and where
    /// the client is over this address family. How much is left was said since.
    private static func updateLate(_ claim: Claim, _ db: any SQLConnection) throws {
        if claim.event == .completed {
            try db.run(
                """
                update ledger_session set completed = 1
                where user_id = ? and catalog_id = ? and peer_id = ?
                """, identity(claim.key))
        }
        try sight(claim, db)
    }

    private static func state(_ session: LedgerSession, _ claim: Claim) -> [SQLValue] {
        [
            .bytes(session.last.up), .bytes(session.last.down), .bytes(session.credited.up),
            .bytes(session.credited.down), .bytes(claim.left),
            .integer(claim.event == .completed ? 1 : 0),
            .integer(session.isRunning ? 1 : 0), .time(session.seenAt),
        ]
    }

    private static func identity(_ key: SessionKey) -> [SQLValue] {
        [.id(key.user), .id(key.torrent), .blob(key.peerID.bytes)]
    }

    private static func sight(_ claim: Claim, _ db: any SQLConnection) throws {
        let family = claim.endpoint.address.family == .v4 ? "v4" : "v6"
        try db.run(
            """
            update ledger_session set \(family)_address = ?, \(family)_seen_at = ?
            where user_id = ? and catalog_id = ? and peer_id = ?
            """,
            [.blob(claim.endpoint.compactBytes), .time(claim.at)] + identity(claim.key))
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
