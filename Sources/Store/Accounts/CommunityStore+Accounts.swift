package import Domain
package import Service

extension CommunityStore {
    private static let columns =
        "id, username, password_hash, role_id, passkey, created_at, bytes_up, bytes_down, "
        + "ban_reason, ban_expires_at"

    package func account(_ id: UserID) async throws -> AccountRecord? {
        try await one("id = ?", .id(id))
    }

    package func accounts(_ ids: [UserID]) async throws -> [AccountRecord] {
        try await engine.read { db in
            try ids.compactMap { try Self.account("id = ?", .id($0), db) }
        }
    }

    package func account(named name: Username) async throws -> AccountRecord? {
        try await one("username = ?", .text(name.rawValue))
    }

    package func account(passkey: Passkey) async throws -> AccountRecord? {
        try await one("passkey = ?", .text(passkey.rawValue))
    }

    package func accounts(matching text: String, after name: String?, limit: Int) async throws
        -> [AccountRecord]
    {
        try await engine.read { db in
            try db.all(
                """
                select \(Self.columns) from account
                where username like ? escape '!' and username > ? and deleted_at is null
                order by username limit ?
                """, [.text(Self.pattern(text)), .text(name ?? ""), .int(limit)]
            ).map(AccountRecord.init(row:))
        }
    }

    package func countAccounts(matching text: String) async throws -> Int {
        try await engine.read { db in
            try db.count(
                "account where username like ? escape '!' and deleted_at is null",
                [.text(Self.pattern(text))])
        }
    }

    package func create(_ account: NewAccount, audit: AuditEntry?) async throws -> UserID {
        try await storing {
            try await engine.write { db in
                let id = try Self.insert(account, db)
                try audit.map { try Self.write($0, db) }
                return id
            }
        }
    }

    static func insert(_ account: NewAccount, _ db: any SQLConnection) throws -> UserID {
        try holdRoles(db)
        try require(account.roleID, db)
        try requireOwnLook(account.username, db)
        let outcome = try db.run(
            """
            insert into account (username, password_hash, role_id, passkey, created_at, look)
            values (?, ?, ?, ?, ?, ?)
            """,
            [
                .text(account.username.rawValue), .text(account.passwordHash),
                .id(account.roleID), .text(account.passkey.rawValue), .time(account.createdAt),
                .text(Looks(account.username.rawValue).drawn),
            ])
        return UserID(outcome.lastID)
    }

    package func setRole(of id: UserID, to role: RoleID, audit: AuditEntry) async throws {
        try await engine.write { db in
            try Self.holdRoles(db)
            try Self.requirePremise(of: audit, db)
            try Self.require(role, db)
            try db.run("update account set role_id = ? where id = ?", [.id(role), .id(id)])
            try Self.requireSuperAdmin(at: audit.at, db)
            try Self.write(audit, isPremiseHeld: true, db)
        }
    }

    package func changePassword(
        of id: UserID, from old: String, to new: String, passkey: Passkey, at: Timestamp
    ) async throws -> Int {
        try await engine.write { db in
            let outcome = try db.run(
                "update account set password_hash = ?, passkey = ? where id = ? and password_hash = ?",
                [.text(new), .text(passkey.rawValue), .id(id), .text(old)])
            guard outcome.changes == 1 else { throw StoreFailure.gone }
            try Self.leaveSwarms(id, db)
            try Self.endSessions(of: id, at: at, db)
            return try Self.endKeys(of: id, at: at, db)
        }
    }

    package func setPasskey(of id: UserID, _ passkey: Passkey) async throws {
        try await engine.write { db in
            try db.run(
                "update account set passkey = ? where id = ?", [.text(passkey.rawValue), .id(id)])
            try Self.leaveSwarms(id, db)
        }
    }

    package func setBan(of id: UserID, _ ban: Ban?, at: Timestamp, audit: AuditEntry) async throws {
        try await engine.write { db in
            try Self.holdRoles(db)
            try db.run(
                "update account set ban_reason = ?, ban_expires_at = ? where id = ?",
                [.optional(ban?.reason), .optional(ban?.expiresAt), .id(id)])
            if ban != nil {
                try Self.requireSuperAdmin(at: at, db)
                try Self.endSessions(of: id, at: at, db)
            }
            try Self.write(audit, db)
        }
    }

    /// Throws away the whole transaction when it would leave nobody in charge.
    static func requireSuperAdmin(at now: Timestamp, _ db: any SQLConnection) throws {
        let left = try db.count(
            """
            account join role on role.id = account.role_id where role.is_super_admin = 1
                and deleted_at is null and (ban_reason is null or ban_expires_at <= ?)
            """, [.time(now)])
        if left == 0 { throw StoreFailure.lastSuperAdmin }
    }

    static func endSessions(of id: UserID, at: Timestamp, _ db: any SQLConnection) throws {
        try db.run(
            "update sign_in set ended_at = ? where user_id = ? and ended_at is null",
            [.time(at), .id(id)])
    }

    /// A schema's refusal as the use cases know it.
    func storing<T>(_ work: () async throws -> T) async throws -> T {
        do {
            return try await work()
        } catch SQLFault.duplicate {
            throw StoreFailure.duplicate
        }
    }

    private func one(_ condition: String, _ value: SQLValue) async throws -> AccountRecord? {
        try await engine.read { db in try Self.account(condition, value, db) }
    }

    /// Who was deleted is found by nobody; the row stands for what refers to it.
    static func account(
        _ condition: String, _ value: SQLValue, _ db: any SQLConnection, locking: String = ""
    ) throws -> AccountRecord? {
        try db.first(
            "select \(columns) from account where \(condition) and deleted_at is null\(locking)",
            [value]
        )
        .map(AccountRecord.init(row:))
    }

    private static func pattern(_ text: String) -> String {
        let escaped = text.lowercased().map { "!%_".contains($0) ? "!\($0)" : String($0) }
        return "%\(escaped.joined())%"
    }
}

extension AccountRecord {
    fileprivate init(row: SQLRow) throws {
        let reason = try row.optionalText("ban_reason")
        let expiresAt = try row.optionalTime("ban_expires_at")
        self.init(
            id: try row.id("id"),
            username: try row.required("username", Username(rawValue: try row.text("username"))),
            passwordHash: try row.text("password_hash"), roleID: try row.id("role_id"),
            passkey: try row.required("passkey", Passkey(rawValue: try row.text("passkey"))),
            createdAt: try row.time("created_at"),
            totals: Totals(up: try row.bytes("bytes_up"), down: try row.bytes("bytes_down")),
            ban: reason.map { Ban(reason: $0, expiresAt: expiresAt) })
    }
}
