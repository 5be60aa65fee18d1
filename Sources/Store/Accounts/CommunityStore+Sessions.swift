package import Domain
package import Service

extension CommunityStore {
    package func rotate(digest: [UInt8], next: [UInt8], at: Timestamp, expires: Timestamp)
        async throws -> RefreshOutcome
    {
        try await engine.write { db in
            guard
                let row = try db.first(
                    """
                    select t.family, t.expires_at, t.used_at, s.user_id, s.ended_at
                    from refresh_token t join sign_in s on s.family = t.family
                    where t.digest = ?\(db.dialect.locking)
                    """, [.blob(digest)])
            else { return .unknown }
            let family = try row.text("family")
            let isOver = try row.optionalTime("ended_at") != nil
            let session = SignInSession(
                family: family, userID: try row.id("user_id"), isOver: isOver)
            if let usedAt = try row.optionalTime("used_at") {
                if !isOver, at < usedAt.adding(seconds: SignIn.raceSeconds) {
                    return .raced(session)
                }
                try Self.end(family, at: at, db)
                return .reused(session)
            }
            let expiresAt = try row.time("expires_at")
            if isOver || at >= expiresAt { return .unknown }
            try db.run(
                "update refresh_token set used_at = ? where digest = ?", [.time(at), .blob(digest)])
            try Self.keep(next, family: family, expires: expires, db)
            return .rotated(session)
        }
    }

    package func session(family: String) async throws -> SignInSession? {
        try await engine.read { db in try Self.session(family, db) }
    }

    package func standing(family: String) async throws -> SessionStanding? {
        try await engine.read { db in
            guard let session = try Self.session(family, db),
                let account = try Self.account("id = ?", .id(session.userID), db)
            else { return nil }
            let seen = try db.first(
                "select seen_at from device where family = ?", [.text(family)])
            return SessionStanding(
                session: session, account: account, roles: try Self.tree(db),
                seenAt: try seen?.time("seen_at"))
        }
    }

    private static func session(_ family: String, _ db: any SQLConnection) throws
        -> SignInSession?
    {
        try db.first(
            "select user_id, ended_at from sign_in where family = ?", [.text(family)]
        ).map { row in
            SignInSession(
                family: family, userID: try row.id("user_id"),
                isOver: try row.optionalTime("ended_at") != nil)
        }
    }

    package func end(family: String, at: Timestamp) async throws {
        try await engine.write { db in try Self.end(family, at: at, db) }
    }

    private static func end(_ family: String, at: Timestamp, _ db: any SQLConnection) throws {
        try db.run(
            "update sign_in set ended_at = ? where family = ? and ended_at is null",
            [.time(at), .text(family)])
    }

    static func keep(
        _ digest: [UInt8], family: String, expires: Timestamp, _ db: any SQLConnection
    ) throws {
        try db.run(
            "insert into refresh_token (digest, family, expires_at) values (?, ?, ?)",
            [.blob(digest), .text(family), .time(expires)])
    }
}
