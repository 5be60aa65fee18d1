package import Domain
package import Service
import Tracker

extension CommunityStore {
    /// Seconds for which single minutes are kept.
    private static let minutesKept: Int64 = 86_400

    static func addHistory(
        up: Int64, down: Int64, of user: UserID, at: Timestamp, _ db: any SQLConnection
    ) throws {
        for span in [HistorySpan.minute, .hour] {
            let key: [SQLValue] = [
                .id(user), .integer(span.rawValue), .time(span.start(of: at)),
            ]
            let outcome = try db.run(
                """
                update ledger_history set bytes_up = bytes_up + ?, bytes_down = bytes_down + ?
                where user_id = ? and span = ? and began_at = ?
                """, [.integer(up), .integer(down)] + key)
            guard outcome.changes == 0 else { continue }
            try db.run(
                """
                insert into ledger_history (user_id, span, began_at, bytes_up, bytes_down)
                values (?, ?, ?, ?, ?)
                """, key + [.integer(up), .integer(down)])
            if span == .hour {
                try db.run(
                    "delete from ledger_history where user_id = ? and span = ? and began_at < ?",
                    [
                        .id(user), .integer(HistorySpan.minute.rawValue),
                        .time(at.adding(seconds: -minutesKept)),
                    ])
            }
        }
    }

    package func history(of user: UserID, _ span: HistorySpan, since moment: Timestamp)
        async throws -> [HistoryRecord]
    {
        // Days are sums of hours; the other spans are kept as they are.
        let kept = span == .day ? HistorySpan.hour : span
        return try await engine.read { db in
            try db.all(
                """
                select began_at - began_at % ? as began,
                    sum(bytes_up) as up, sum(bytes_down) as down
                from ledger_history where user_id = ? and span = ? and began_at >= ?
                group by began order by began
                """,
                [.integer(span.rawValue), .id(user), .integer(kept.rawValue), .time(moment)]
            ).map { row in
                HistoryRecord(
                    beganAt: try row.time("began"), up: try row.integer("up"),
                    down: try row.integer("down"))
            }
        }
    }

    package func shares(of user: UserID, activeSince moment: Timestamp) async throws
        -> [ShareRecord]
    {
        try await engine.read { db in
            try db.all(
                """
                select catalog_id, sum(credited_up) as up, sum(credited_down) as down,
                    sum(moved_up * 1e0) as moved_up, sum(moved_down * 1e0) as moved_down,
                    sum(seeded_seconds) as seeded, max(last_seen_at) - min(first_seen_at) as known,
                    max(active = 1 and last_seen_at >= ?) as is_active
                from ledger_session where user_id = ?
                group by catalog_id order by sum(credited_up) + sum(credited_down) desc
                """, [.time(moment), .id(user)]
            ).map { row in
                ShareRecord(
                    catalog: try row.id("catalog_id"),
                    credited: Counters(up: try row.bytes("up"), down: try row.bytes("down")),
                    // Nothing bounds these together, and a sum of integers could overflow.
                    moved: Counters(
                        up: ByteCount(rounding: try row.real("moved_up")),
                        down: ByteCount(rounding: try row.real("moved_down"))),
                    // Two clients at once do not make the time pass faster.
                    seededSeconds: min(
                        try row.integer("seeded"), max(0, try row.integer("known"))),
                    isActive: try row.integer("is_active") == 1)
            }
        }
    }
}

extension ByteCount {
    fileprivate init(rounding sum: Double) {
        self.init(clamping: Int64(exactly: sum.rounded()) ?? (sum > 0 ? .max : 0))
    }
}
