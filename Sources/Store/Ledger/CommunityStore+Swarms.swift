package import Domain
package import Service
import Tracker

extension CommunityStore {
    package func sessions(of torrent: CatalogID, since moment: Timestamp) async throws
        -> [SessionRow]
    {
        try await engine.read { db in
            try db.all(
                """
                select user_id, peer_id, last_up, last_down, credited_up, credited_down, active,
                    last_seen_at, bytes_left, v4_address, v4_seen_at, v6_address, v6_seen_at
                from ledger_session
                where catalog_id = ? and active = 1 and last_seen_at >= ?
                """, [.id(torrent), .time(moment)]
            ).map { row in
                let key = SessionKey(
                    user: try row.id("user_id"), torrent: torrent,
                    peerID: try row.required("peer_id", PeerID(try row.blob("peer_id"))))
                return SessionRow(
                    session: try LedgerSession(row, key: key), left: try row.bytes("bytes_left"),
                    v4: try Self.place(row, family: "v4", since: moment),
                    v6: try Self.place(row, family: "v6", since: moment))
            }
        }
    }

    package func downloads(of user: UserID, since moment: Timestamp) async throws
        -> Set<CatalogID>
    {
        try await engine.read { db in
            Set(
                try db.integers(
                    """
                    select distinct l.catalog_id from ledger_session l
                    join catalog c on c.id = l.catalog_id
                    where l.user_id = ? and l.active = 1 and l.last_seen_at >= ?
                        and l.bytes_left > 0 and c.deleted_at is null
                    """, [.id(user), .time(moment)]
                ).map { CatalogID($0[0]) })
        }
    }

    package func busyTorrents() async throws -> [CatalogID] {
        try await engine.read { db in
            try db.all(
                """
                select id from catalog
                where deleted_at is null and (seeders > 0 or leechers > 0) order by id
                """
            ).map { try $0.id("id") }
        }
    }

    package func activity(of user: UserID, since moment: Timestamp, visibleTo weight: RoleWeight)
        async throws -> SwarmCounts
    {
        try await engine.read { db in
            let row = try db.first(
                """
                select coalesce(sum(bytes_left = 0), 0) as seeding,
                    coalesce(sum(bytes_left > 0), 0) as leeching
                from (select l.catalog_id, min(l.bytes_left) as bytes_left from ledger_session l
                    join catalog c on c.id = l.catalog_id
                    where l.user_id = ? and l.active = 1 and l.last_seen_at >= ?
                        and c.deleted_at is null and c.min_role_weight <= ?
                    group by l.catalog_id) s
                """, [.id(user), .time(moment), .int(weight.value)])
            return SwarmCounts(
                seeders: try row?.int("seeding") ?? 0, leechers: try row?.int("leeching") ?? 0)
        }
    }

    package func keep(_ notes: [TransferNote], of user: UserID, at: Timestamp) async throws {
        try await engine.write { db in
            for note in notes {
                try db.run(
                    """
                    insert into transfer_report (user_id, catalog_id, kind, piece, bytes, at)
                    select ?, catalog_id, ?, ?, ?, ? from torrent_hash where hash = ?
                    """,
                    [
                        .id(user), .text(note.kind.rawValue), note.piece.map { .int($0) } ?? .null,
                        note.bytes.map { .bytes($0) } ?? .null, .time(at),
                        .blob(note.infoHash.bytes),
                    ])
            }
        }
    }

    private static func place(_ row: SQLRow, family: String, since moment: Timestamp) throws
        -> LedgerRecord.Place?
    {
        guard let bytes = try row.optionalBlob("\(family)_address"),
            let at = try row.optionalTime("\(family)_seen_at"), at >= moment
        else { return nil }
        return LedgerRecord.Place(
            endpoint: try row.required(family, PeerEndpoint(compactBytes: bytes)), at: at)
    }
}
