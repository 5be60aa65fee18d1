package import Domain
package import Service
import Tracker

/// For whoever looks into the ledger by hand: `enxamed ledger`.
extension CommunityStore {
    /// `nil` where nobody has, or had, this name or number. Who was deleted has a row still.
    package func explanation(of name: String) async throws -> LedgerExplanation? {
        try await engine.read { db in
            let account =
                try db.first("\(Self.explained) where username = ?", [.text(name)])
                ?? Int64(name).flatMap { id in
                    try db.first("\(Self.explained) where id = ?", [.integer(id)])
                }
            guard let account else { return nil }
            let user: UserID = try account.id("id")
            return LedgerExplanation(
                user: user, username: try account.text("username"),
                totals: Totals(
                    up: try account.bytes("bytes_up"), down: try account.bytes("bytes_down")),
                torrents: try Self.torrents(of: user, db),
                adjustments: try Self.adjustments(of: user, db),
                reports: try db.count("transfer_report where user_id = ?", [.id(user)]))
        }
    }

    /// What the hours of a member's history come to. They are written beside the totals and are no
    /// part of the proof, but tell which side of a break was changed.
    package func historySum(of user: UserID) async throws -> (up: Int64, down: Int64) {
        try await engine.read { db in
            let row = try db.first(
                """
                select coalesce(sum(bytes_up), 0) as up, coalesce(sum(bytes_down), 0) as down
                from ledger_history where user_id = ? and span = ?
                """, [.id(user), .integer(HistorySpan.hour.rawValue)])
            return (try row?.integer("up") ?? 0, try row?.integer("down") ?? 0)
        }
    }

    /// Rows that no statement of ours writes, so somebody's hands did.
    package func strayRows() async throws -> [StrayRow] {
        try await engine.read { db in
            try Self.strays.flatMap { stray in
                try db.all("select t.id from \(stray.from) order by t.id").map {
                    StrayRow(
                        table: stray.table, id: try $0.integer("id"), problem: stray.problem)
                }
            }
        }
    }

    private static let strays: [(table: String, from: String, problem: String)] = [
        (
            "ledger_session",
            "ledger_session t left join account a on a.id = t.user_id where a.id is null",
            "belongs to nobody"
        ),
        (
            "ledger_session",
            "ledger_session t left join catalog c on c.id = t.catalog_id where c.id is null",
            "is of no torrent"
        ),
        (
            "ledger_session",
            """
            ledger_session t where last_up < 0 or last_down < 0 or credited_up < 0
            or credited_down < 0
            """, "counts below zero"
        ),
        (
            "ledger_adjustment",
            "ledger_adjustment t left join account a on a.id = t.user_id where a.id is null",
            "belongs to nobody"
        ),
        (
            "ledger_adjustment",
            "ledger_adjustment t left join account a on a.id = t.actor_id where a.id is null",
            "was made by nobody"
        ),
        ("ledger_adjustment", "ledger_adjustment t where reason = ''", "has no reason"),
    ]

    private static let explained = "select id, username, bytes_up, bytes_down from account"

    private static func torrents(of user: UserID, _ db: any SQLConnection) throws
        -> [LedgerExplanation.Torrent]
    {
        let rows = try db.all(
            """
            select l.catalog_id, p.title, c.deleted_at, l.peer_id, l.credited_up, l.credited_down,
                l.moved_up, l.moved_down, l.last_up, l.last_down, l.first_seen_at, l.last_seen_at, l.active, l.completed
            from ledger_session l join catalog c on c.id = l.catalog_id
            join catalog_page p on p.catalog_id = c.id
            where l.user_id = ? order by l.catalog_id, l.first_seen_at, l.id
            """, [.id(user)])
        var torrents: [LedgerExplanation.Torrent] = []
        for row in rows {
            let id: CatalogID = try row.id("catalog_id")
            let before = torrents.last?.id == id ? torrents.removeLast().sessions : []
            torrents.append(
                LedgerExplanation.Torrent(
                    id: id, title: try row.text("title"),
                    isDeleted: try row.optionalTime("deleted_at") != nil,
                    sessions: before + [try session(row)]))
        }
        return torrents
    }

    private static func session(_ row: SQLRow) throws -> LedgerExplanation.Session {
        LedgerExplanation.Session(
            peerID: try row.required("peer_id", PeerID(try row.blob("peer_id"))),
            credited: Counters(
                up: try row.bytes("credited_up"), down: try row.bytes("credited_down")),
            moved: Counters(up: try row.bytes("moved_up"), down: try row.bytes("moved_down")),
            claimed: Counters(up: try row.bytes("last_up"), down: try row.bytes("last_down")),
            firstSeenAt: try row.time("first_seen_at"), lastSeenAt: try row.time("last_seen_at"),
            hasStopped: try row.integer("active") == 0,
            hasCompleted: try row.integer("completed") == 1)
    }

    private static func adjustments(of user: UserID, _ db: any SQLConnection) throws
        -> [LedgerExplanation.Change]
    {
        try db.all(
            """
            select j.bytes_up, j.bytes_down, j.reason, j.made_at, a.username
            from ledger_adjustment j join account a on a.id = j.actor_id
            where j.user_id = ? order by j.made_at, j.id
            """, [.id(user)]
        ).map { row in
            LedgerExplanation.Change(
                up: try row.integer("bytes_up"), down: try row.integer("bytes_down"),
                reason: try row.text("reason"), actor: try row.text("username"),
                at: try row.time("made_at"))
        }
    }
}
