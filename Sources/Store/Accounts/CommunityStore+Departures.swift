package import Domain
package import Service

extension CommunityStore {
    package func deleteAccount(_ id: UserID, retiring passkey: Passkey, audit: AuditEntry)
        async throws
    {
        try await engine.write { db in
            try Self.holdRoles(db)
            try Self.requirePremise(of: audit, db)
            let outcome = try db.run(
                """
                update account set deleted_at = ?, password_hash = '', passkey = ?
                where id = ? and deleted_at is null
                """, [.time(audit.at), .text(passkey.rawValue), .id(id)])
            guard outcome.changes == 1 else { throw StoreFailure.gone }
            try Self.requireSuperAdmin(at: audit.at, db)
            try Self.endSessions(of: id, at: audit.at, db)
            try Self.leaveSwarms(id, db)
            try Self.write(audit, isPremiseHeld: true, db)
        }
    }

    /// So that nobody is sent to their clients after a restart of the server either.
    static func leaveSwarms(_ id: UserID, _ db: any SQLConnection) throws {
        try db.run("update ledger_session set active = 0 where user_id = ?", [.id(id)])
    }

    /// Moves whoever has the role: members to `target`, and the rows of deleted ones along with
    /// them, or to the lightest role there is, since each row names a role.
    static func vacate(_ role: RoleID, to target: RoleID?, _ db: any SQLConnection) throws {
        let users = try db.count(
            "account where role_id = ? and deleted_at is null", [.id(role)])
        var place = target
        if users > 0 {
            guard let target else { throw StoreFailure.roleInUse(users: users) }
            try require(target, db)
        } else {
            place = try db.first(
                "select id from role where id <> ? order by weight, id limit 1", [.id(role)]
            ).map { try $0.id("id") }
        }
        guard let place else { throw StoreFailure.gone }
        try db.run("update account set role_id = ? where role_id = ?", [.id(place), .id(role)])
    }
}
