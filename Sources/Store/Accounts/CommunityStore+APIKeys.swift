package import Domain
package import Service

extension CommunityStore: APIKeyStore {
    package func create(_ draft: APIKeyDraft, bound: Int) async throws -> APIKeyID {
        try await engine.write { db in
            // Held, so that two at once are counted one after the other.
            _ = try db.first(
                "select id from account where id = ?\(db.dialect.locking)", [.id(draft.owner)])
            let count = try db.count(
                "api_key where user_id = ? and ended_at is null", [.id(draft.owner)])
            guard count < bound else { throw StoreFailure.tooMany }
            let words = draft.permissions.sorted().map(\.rawValue).joined(separator: " ")
            let outcome = try db.run(
                """
                insert into api_key (digest, user_id, name, permissions, created_at, expires_at)
                values (?, ?, ?, ?, ?, ?)
                """,
                [
                    .blob(draft.digest), .id(draft.owner), .text(draft.name), .text(words),
                    .time(draft.createdAt), .optional(draft.expiresAt),
                ])
            return APIKeyID(outcome.lastID)
        }
    }

    package func keys(of owner: UserID) async throws -> [APIKeyRecord] {
        try await engine.read { db in
            try db.all(
                "select * from api_key where user_id = ? and ended_at is null order by id desc",
                [.id(owner)]
            ).map(APIKeyRecord.init(row:))
        }
    }

    package func endKey(_ id: APIKeyID, of owner: UserID, at: Timestamp) async throws -> Bool {
        try await engine.write { db in
            try db.run(
                """
                update api_key set ended_at = ?
                where id = ? and user_id = ? and ended_at is null
                """, [.time(at), .id(id), .id(owner)]
            ).changes == 1
        }
    }

    /// Answers how many still let somebody in.
    static func endKeys(of owner: UserID, at: Timestamp, _ db: any SQLConnection) throws -> Int {
        let live = try db.count(
            "api_key where user_id = ? and ended_at is null and coalesce(expires_at, ?) > ?",
            [.id(owner), .integer(.max), .time(at)])
        try db.run(
            "update api_key set ended_at = ? where user_id = ? and ended_at is null",
            [.time(at), .id(owner)])
        return live
    }

    package func standing(keyDigest: [UInt8]) async throws -> APIKeyStanding? {
        try await standing("digest = ?", .blob(keyDigest))
    }

    package func standing(key: APIKeyID) async throws -> APIKeyStanding? {
        try await standing("id = ?", .id(key))
    }

    package func used(key: APIKeyID, at: Timestamp) async throws {
        try await engine.write { db in
            _ = try db.run("update api_key set used_at = ? where id = ?", [.time(at), .id(key)])
        }
    }

    private func standing(_ condition: String, _ value: SQLValue) async throws -> APIKeyStanding? {
        try await engine.read { db in
            guard
                let row = try db.first(
                    "select * from api_key where \(condition) and ended_at is null", [value])
            else { return nil }
            let key = try APIKeyRecord(row: row)
            guard let account = try Self.account("id = ?", .id(key.owner), db) else { return nil }
            return APIKeyStanding(key: key, account: account, roles: try Self.tree(db))
        }
    }
}

extension APIKeyRecord {
    /// A permission that this version does not know grants nothing.
    fileprivate init(row: SQLRow) throws {
        let words = try row.text("permissions").split(separator: " ")
        self.init(
            id: try row.id("id"), owner: try row.id("user_id"), name: try row.text("name"),
            permissions: Set(words.compactMap { Permission(rawValue: String($0)) }),
            createdAt: try row.time("created_at"), expiresAt: try row.optionalTime("expires_at"),
            usedAt: try row.optionalTime("used_at"))
    }
}
