package import Domain
package import Service

extension CommunityStore {
    package func sightings(of torrent: CatalogID, since moment: Timestamp) async throws
        -> [Sighting]
    {
        try await engine.read { db in
            let rows = try db.all(
                """
                select user_id, peer_id, bytes_left, v4_address, v4_seen_at, v6_address, v6_seen_at
                from ledger_session
                where catalog_id = ? and active = 1 and last_seen_at >= ?
                """, [.id(torrent), .time(moment)])
            return try rows.flatMap { row in
                try ["v4", "v6"].compactMap { try Self.sighting(row, family: $0, since: moment) }
            }
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

    package func setCounts(of torrent: CatalogID, _ counts: SwarmCounts) async throws {
        try await engine.write { db in
            _ = try db.run(
                "update catalog set seeders = ?, leechers = ? where id = ?",
                [.int(counts.seeders), .int(counts.leechers), .id(torrent)])
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

    private static func sighting(_ row: SQLRow, family: String, since moment: Timestamp) throws
        -> Sighting?
    {
        guard let bytes = try row.optionalBlob("\(family)_address"),
            let at = try row.optionalTime("\(family)_seen_at"), at >= moment
        else { return nil }
        return Sighting(
            user: try row.id("user_id"),
            peerID: try row.required("peer_id", PeerID(try row.blob("peer_id"))),
            left: try row.bytes("bytes_left"),
            endpoint: try row.required(family, PeerEndpoint(compactBytes: bytes)), at: at)
    }
}
