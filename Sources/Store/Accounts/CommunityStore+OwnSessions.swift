package import Domain
package import Service

extension CommunityStore: OwnSessionStore {
    package func begin(
        family: String, user: UserID, provenBy hash: String?, tokenDigest: [UInt8], at: Timestamp,
        expires: Timestamp, from visit: Visit
    ) async throws {
        try await engine.write { db in
            if let hash {
                let standing = try db.first(
                    "select password_hash from account where id = ?\(db.dialect.locking)",
                    [.id(user)])
                guard try standing?.text("password_hash") == hash else { throw StoreFailure.gone }
            }
            try db.run(
                "insert into sign_in (family, user_id, began_at) values (?, ?, ?)",
                [.text(family), .id(user), .time(at)])
            try Self.keep(tokenDigest, family: family, expires: expires, db)
            try Self.note(visit, family: family, at: at, db)
        }
    }

    package func saw(family: String, _ visit: Visit, at: Timestamp) async throws {
        try await engine.write { db in try Self.note(visit, family: family, at: at, db) }
    }

    package func openSessions(of user: UserID, at: Timestamp) async throws -> [OwnSession] {
        try await engine.read { db in
            try db.all(
                """
                select d.id, s.family, s.began_at, d.seen_at, d.address, d.client
                from sign_in s join device d on d.family = s.family
                where s.user_id = ? and s.ended_at is null and exists (
                    select 1 from refresh_token t
                    where t.family = s.family and t.used_at is null and t.expires_at > ?)
                order by d.seen_at desc, d.id desc
                """, [.id(user), .time(at)]
            ).map(OwnSession.init(row:))
        }
    }

    package func endSessions(of user: UserID, but kept: String, at: Timestamp) async throws
        -> [String]
    {
        try await engine.write { db in
            let families = try db.all(
                """
                select family from sign_in
                where user_id = ? and ended_at is null and family <> ?\(db.dialect.locking)
                """, [.id(user), .text(kept)]
            ).map { try $0.text("family") }
            try db.run(
                """
                update sign_in set ended_at = ?
                where user_id = ? and ended_at is null and family <> ?
                """, [.time(at), .id(user), .text(kept)])
            return families
        }
    }

    private static func note(
        _ visit: Visit, family: String, at: Timestamp, _ db: any SQLConnection
    ) throws {
        try db.run(
            "\(db.dialect.insertMissing) into device (family, seen_at) values (?, ?)",
            [.text(family), .time(at)])
        try db.run(
            """
            update device set seen_at = ?, address = coalesce(?, address),
                client = coalesce(?, client)
            where family = ?
            """,
            [
                .time(at), .optional(visit.address.map { "\($0)" }), .optional(visit.client),
                .text(family),
            ])
    }
}

extension OwnSession {
    fileprivate init(row: SQLRow) throws {
        self.init(
            id: try row.id("id"), family: try row.text("family"),
            beganAt: try row.time("began_at"), seenAt: try row.time("seen_at"),
            address: try row.optionalText("address"), client: try row.optionalText("client"))
    }
}
