package import Domain
package import Service

extension CommunityStore {
    package func bans(after version: Int64?) async throws -> BanRecords? {
        try await engine.read { db in
            let now =
                try db.first("select version from guard where name = 'bans'")
                .map { try $0.integer("version") } ?? 0
            if let version, version == now { return nil }
            return BanRecords(
                version: now,
                addresses: try db.all("select * from address_ban").map(AddressBan.init(row:)),
                clients: try db.all("select * from client_ban").map(ClientBan.init(row:)))
        }
    }

    package func addressBans(before id: Int64?, limit: Int) async throws -> [AddressBan] {
        try await engine.read { db in
            try db.all(
                "select * from address_ban where id < ? order by id desc limit ?",
                [.integer(id ?? .max), .int(limit)]
            ).map(AddressBan.init(row:))
        }
    }

    package func clientBans(before id: Int64?, limit: Int) async throws -> [ClientBan] {
        try await engine.read { db in
            try db.all(
                "select * from client_ban where id < ? order by id desc limit ?",
                [.integer(id ?? .max), .int(limit)]
            ).map(ClientBan.init(row:))
        }
    }

    package func addresses(ofWhomWeighs weight: RoleWeight) async throws -> [IPAddress] {
        try await engine.read { db in
            try db.all(
                """
                select distinct d.address from account a
                join role r on r.id = a.role_id
                join sign_in s on s.user_id = a.id and s.ended_at is null
                join device d on d.family = s.family
                where r.weight >= ? and a.deleted_at is null and d.address is not null
                """, [.int(weight.value)]
            ).compactMap { IPAddress(try $0.text("address")) }
        }
    }

    package func ban(_ ban: AddressBan, audit: AuditEntry) async throws -> Int64 {
        try await storing {
            try await engine.write { db in
                try Self.raiseBans(db)
                try db.run(
                    "delete from address_ban where addresses = ? and expires_at <= ?",
                    [.text("\(ban.range)"), .time(ban.madeAt)])
                let outcome = try db.run(
                    """
                    insert into address_ban (addresses, reason, expires_at, actor_name, made_at)
                    values (?, ?, ?, ?, ?)
                    """,
                    [
                        .text("\(ban.range)"), .text(ban.reason), .optional(ban.expiresAt),
                        .text(ban.actorName), .time(ban.madeAt),
                    ])
                try Self.write(audit, db)
                return outcome.lastID
            }
        }
    }

    package func ban(_ ban: ClientBan, audit: AuditEntry) async throws -> Int64 {
        try await storing {
            try await engine.write { db in
                try Self.raiseBans(db)
                let outcome = try db.run(
                    """
                    insert into client_ban (peer_prefix, reason, actor_name, made_at, allows)
                    values (?, ?, ?, ?, ?)
                    """,
                    [
                        .text(ban.prefix.rawValue), .text(ban.reason), .text(ban.actorName),
                        .time(ban.madeAt), .integer(ban.kind == .allow ? 1 : 0),
                    ])
                try Self.write(audit, db)
                return outcome.lastID
            }
        }
    }

    package func liftAddressBan(
        _ id: Int64, audit: @escaping @Sendable (AddressBan) -> AuditEntry
    ) async throws {
        try await engine.write { db in
            try Self.write(audit(AddressBan(row: try Self.lift("address_ban", id, db))), db)
        }
    }

    package func liftClientBan(
        _ id: Int64, audit: @escaping @Sendable (ClientBan) -> AuditEntry
    ) async throws {
        try await engine.write { db in
            try Self.write(audit(ClientBan(row: try Self.lift("client_ban", id, db))), db)
        }
    }

    /// Answers the row that was there.
    private static func lift(_ table: String, _ id: Int64, _ db: any SQLConnection) throws
        -> SQLRow
    {
        try raiseBans(db)
        guard let row = try db.first("select * from \(table) where id = ?", [.integer(id)]) else {
            throw StoreFailure.gone
        }
        try db.run("delete from \(table) where id = ?", [.integer(id)])
        return row
    }

    /// Servers look at this number to see whether their copy still holds.
    private static func raiseBans(_ db: any SQLConnection) throws {
        try db.run("update guard set version = version + 1 where name = 'bans'", [])
    }
}

extension AddressBan {
    fileprivate init(row: SQLRow) throws {
        self.init(
            id: try row.integer("id"),
            range: try row.required("addresses", AddressRange(try row.text("addresses"))),
            reason: try row.text("reason"), expiresAt: try row.optionalTime("expires_at"),
            actorName: try row.text("actor_name"), madeAt: try row.time("made_at"))
    }
}

extension ClientBan {
    fileprivate init(row: SQLRow) throws {
        self.init(
            id: try row.integer("id"),
            prefix: try row.required(
                "peer_prefix", ClientPrefix(rawValue: try row.text("peer_prefix"))),
            kind: try row.integer("allows") == 1 ? .allow : .ban, reason: try row.text("reason"),
            actorName: try row.text("actor_name"),
            madeAt: try row.time("made_at"))
    }
}
