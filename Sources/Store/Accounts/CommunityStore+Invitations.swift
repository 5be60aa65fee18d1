package import Domain
package import Service

extension CommunityStore: InvitationStore {
    private static let invitationRows = """
        select i.*, a.username as inviter_name, b.username as guest_name
        from invitation i join account a on a.id = i.user_id
            left join account b on b.id = i.used_by
        """

    package func invite(_ draft: InvitationDraft, bound: Int) async throws -> InvitationID {
        try await engine.write { db in
            // Held, so that two at once are counted one after the other.
            _ = try db.first(
                "select id from account where id = ?\(db.dialect.locking)", [.id(draft.inviter)])
            let open = try db.count(
                """
                invitation where user_id = ? and used_at is null and withdrawn_at is null
                    and expires_at > ?
                """, [.id(draft.inviter), .time(draft.createdAt)])
            guard open < bound else { throw StoreFailure.tooMany }
            let outcome = try db.run(
                """
                insert into invitation (digest, user_id, note, created_at, expires_at)
                values (?, ?, ?, ?, ?)
                """,
                [
                    .blob(draft.digest), .id(draft.inviter), .optional(draft.note),
                    .time(draft.createdAt), .time(draft.expiresAt),
                ])
            return InvitationID(outcome.lastID)
        }
    }

    package func invitation(_ id: InvitationID) async throws -> InvitationRecord? {
        try await invitations("i.id = ?", [.id(id)]).first
    }

    package func invitation(digest: [UInt8]) async throws -> InvitationRecord? {
        try await invitations("i.digest = ?", [.blob(digest)]).first
    }

    package func invitation(usedBy user: UserID) async throws -> InvitationRecord? {
        try await invitations("i.used_by = ?", [.id(user)]).first
    }

    package func invitations(of inviter: UserID?, before id: InvitationID?, limit: Int)
        async throws -> [InvitationRecord]
    {
        let end = [SQLValue.integer(id?.rawValue ?? .max)]
        let own = inviter.map { [SQLValue.id($0)] } ?? []
        return try await invitations(
            "i.id < ?\(inviter == nil ? "" : " and i.user_id = ?") order by i.id desc limit ?",
            end + own + [.int(limit)])
    }

    package func withdraw(_ id: InvitationID, at: Timestamp, audit: AuditEntry?) async throws {
        try await engine.write { db in
            let outcome = try db.run(
                """
                update invitation set withdrawn_at = ?
                where id = ? and used_at is null and withdrawn_at is null and expires_at > ?
                """, [.time(at), .id(id), .time(at)])
            guard outcome.changes == 1 else { throw StoreFailure.spent }
            try audit.map { try Self.write($0, db) }
        }
    }

    package func create(_ account: NewAccount, redeeming digest: [UInt8]) async throws -> UserID {
        try await storing {
            try await engine.write { db in
                let id = try Self.insert(account, db)
                // The condition is what makes a code work once: the second of two finds no row.
                let outcome = try db.run(
                    """
                    update invitation set used_by = ?, used_at = ?
                    where digest = ? and used_at is null and withdrawn_at is null
                        and expires_at > ?
                    """,
                    [.id(id), .time(account.createdAt), .blob(digest), .time(account.createdAt)])
                guard outcome.changes == 1 else { throw StoreFailure.spent }
                return id
            }
        }
    }

    private func invitations(_ condition: String, _ values: [SQLValue]) async throws
        -> [InvitationRecord]
    {
        try await engine.read { db in
            try db.all("\(Self.invitationRows) where \(condition)", values)
                .map(InvitationRecord.init(row:))
        }
    }
}

extension InvitationRecord {
    fileprivate init(row: SQLRow) throws {
        self.init(
            id: try row.id("id"), inviter: try row.id("user_id"),
            inviterName: try row.text("inviter_name"), note: try row.optionalText("note"),
            createdAt: try row.time("created_at"), expiresAt: try row.time("expires_at"),
            withdrawnAt: try row.optionalTime("withdrawn_at"),
            usedAt: try row.optionalTime("used_at"),
            usedBy: try row.optionalInteger("used_by").map { UserID($0) },
            usedByName: try row.optionalText("guest_name"))
    }
}
