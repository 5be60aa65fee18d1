package import Domain
package import Service
package import Tracker

extension CommunityStore: EvidenceStore {
    private static let keptAnnounces = 16

    private static let cases = """
        select e.*, a.username, coalesce(r.weight, 1000) as weight, k.username as other_name,
            coalesce(o.weight, 1000) as other_weight
        from evidence e join account a on a.id = e.user_id left join role r on r.id = a.role_id
        left join account k on k.id = e.counterpart_id left join role o on o.id = k.role_id
        """

    package func keep(_ pieces: [Evidence]) async throws {
        try await storing {
            try await engine.write { db in
                for piece in pieces { try Self.keep(piece, db) }
            }
        }
    }

    private static func keep(_ piece: Evidence, _ db: any SQLConnection) throws {
        let (user, torrent, kind) = (piece.suspect.user, piece.torrent, piece.rule.kind.rawValue)
        let mark = "\(user):\(torrent):\(kind)"
        let last = piece.announces.last?.at ?? Timestamp(seconds: 0)
        let row = try db.first(
            "select id, score from evidence where open_mark = ?\(db.dialect.locking)",
            [.text(mark)])
        let id: Int64
        if let row {
            id = try row.integer("id")
            try db.run(
                """
                update evidence set score = ?, claimed = ?, explained = ?, peer_id = ?,
                    counterpart_id = ?, last_at = ?, times = times + 1 where id = ?
                """,
                [
                    .int(max(piece.score, try row.int("score"))), .bytes(piece.claimed),
                    .bytes(piece.explained), .blob(piece.suspect.peerID.bytes),
                    .optional(piece.counterpart?.user), .time(last), .integer(id),
                ])
        } else {
            id = try db.run(
                """
                insert into evidence (user_id, catalog_id, peer_id, kind, score, claimed,
                    explained, counterpart_id, began_at, last_at, times, open_mark)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 1, ?)
                """,
                [
                    .id(user), .id(torrent), .blob(piece.suspect.peerID.bytes), .text(kind),
                    .int(piece.score), .bytes(piece.claimed), .bytes(piece.explained),
                    .optional(piece.counterpart?.user),
                    .time(piece.announces.first?.at ?? last), .time(last), .text(mark),
                ]
            ).lastID
        }
        try cite(piece.announces, behind: id, db)
    }

    /// Those that are not there yet; and no more than a few are kept.
    private static func cite(
        _ announces: [ClaimedAnnounce], behind id: Int64, _ db: any SQLConnection
    ) throws {
        let known = try db.first(
            "select max(at) as at from evidence_announce where evidence_id = ?", [.integer(id)]
        ).flatMap { try $0.optionalTime("at") }
        for announce in announces where known.map({ announce.at > $0 }) ?? true {
            try db.run(
                """
                insert into evidence_announce
                    (evidence_id, at, bytes_up, bytes_down, bytes_left, event)
                values (?, ?, ?, ?, ?, ?)
                """,
                [
                    .integer(id), .time(announce.at), .bytes(announce.counters.up),
                    .bytes(announce.counters.down), .bytes(announce.left),
                    .optional(announce.event?.rawValue),
                ])
        }
        let rows = try db.all(
            "select id from evidence_announce where evidence_id = ? order by at desc, id desc",
            [.integer(id)])
        for row in rows.dropFirst(keptAnnounces) {
            try db.run(
                "delete from evidence_announce where id = ?", [.integer(try row.integer("id"))])
        }
    }

    package func evidence(_ search: EvidenceSearch) async throws -> [EvidenceRecord] {
        try await engine.read { db in
            var conditions = [
                "e.id < ?", "e.user_id <> ?",
                "e.verdict is \(search.isOpen ? "null" : "not null")",
            ]
            var values: [SQLValue] = [.integer(search.before ?? .max), .id(search.except)]
            if let weight = search.below {
                conditions.append("coalesce(r.weight, 1000) < ?")
                values.append(.int(weight.value))
            }
            if let user = search.user {
                conditions.append("e.user_id = ?")
                values.append(.id(user))
            }
            return try db.all(
                "\(Self.cases) where \(conditions.joined(separator: " and "))"
                    + " order by e.id desc limit ?", values + [.int(search.limit)]
            ).map(EvidenceRecord.init(row:))
        }
    }

    package func evidence(_ id: Int64) async throws -> EvidenceRecord? {
        try await engine.read { db in
            try db.first("\(Self.cases) where e.id = ?", [.integer(id)])
                .map(EvidenceRecord.init(row:))
        }
    }

    package func announces(behind evidence: Int64) async throws -> [ClaimedAnnounce] {
        try await engine.read { db in
            try db.all(
                "select * from evidence_announce where evidence_id = ? order by at, id",
                [.integer(evidence)]
            ).map(ClaimedAnnounce.init(row:))
        }
    }

    package func review(_ id: Int64, _ review: EvidenceRecord.Review, audit: AuditEntry)
        async throws
    {
        try await engine.write { db in
            let row = try db.first(
                "select verdict from evidence where id = ?\(db.dialect.locking)", [.integer(id)])
            guard let row else { throw StoreFailure.gone }
            guard try row.optionalText("verdict") == nil else { throw StoreFailure.spent }
            try db.run(
                """
                update evidence set open_mark = null, verdict = ?, reviewer_name = ?, reason = ?,
                    reviewed_at = ? where id = ?
                """,
                [
                    .text(review.verdict.rawValue), .text(review.reviewer), .text(review.reason),
                    .time(review.at), .integer(id),
                ])
            try Self.write(audit, db)
        }
    }

    package func torrents(_ hashes: [InfoHash], sharedBy user: UserID) async throws
        -> [InfoHash: CatalogID]
    {
        try await engine.read { db in
            var found: [InfoHash: CatalogID] = [:]
            for hash in hashes {
                found[hash] = try db.first(
                    """
                    select t.catalog_id from torrent_hash t join ledger_session s
                        on s.catalog_id = t.catalog_id and s.user_id = ?
                    where t.hash = ? limit 1
                    """, [.id(user), .blob(hash.bytes)]
                ).map { try $0.id("catalog_id") }
            }
            return found
        }
    }
}

extension EvidenceRecord {
    fileprivate init(row: SQLRow) throws {
        let other: UserID? = try row.optionalInteger("counterpart_id").map { UserID($0) }
        let verdict = try row.optionalText("verdict")
        self.init(
            id: try row.integer("id"),
            kind: try row.required("kind", EvidenceKind(rawValue: try row.text("kind"))),
            score: try row.int("score"),
            user: Party(
                id: try row.id("user_id"), username: try row.text("username"),
                weight: try row.required("weight", RoleWeight(try row.int("weight")))),
            torrent: try row.id("catalog_id"),
            peerID: try row.required("peer_id", PeerID(try row.blob("peer_id"))),
            claimed: try row.bytes("claimed"), explained: try row.bytes("explained"),
            since: try row.time("began_at"), until: try row.time("last_at"),
            times: try row.int("times"),
            counterpart: try other.map { id in
                Party(
                    id: id, username: try row.optionalText("other_name") ?? "",
                    weight: try row.required(
                        "other_weight", RoleWeight(try row.int("other_weight"))))
            },
            review: try verdict.map { verdict in
                Review(
                    verdict: try row.required("verdict", EvidenceVerdict(rawValue: verdict)),
                    reviewer: try row.text("reviewer_name"), reason: try row.text("reason"),
                    at: try row.time("reviewed_at"))
            })
    }
}

extension ClaimedAnnounce {
    fileprivate init(row: SQLRow) throws {
        self.init(
            at: try row.time("at"),
            counters: Counters(up: try row.bytes("bytes_up"), down: try row.bytes("bytes_down")),
            left: try row.bytes("bytes_left"),
            event: try row.optionalText("event").flatMap { AnnounceEvent(rawValue: $0) })
    }
}
