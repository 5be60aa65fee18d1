package import Domain
package import Service

extension CommunityStore: SecondFactorStore {
    package func secondFactor(of user: UserID) async throws -> SecondFactorRecord? {
        try await engine.read { db in
            guard
                let row = try db.first(
                    "select secret, confirmed_at from second_factor where user_id = ?",
                    [.id(user)])
            else { return nil }
            return SecondFactorRecord(
                secret: try row.blob("secret"),
                confirmedAt: try row.optionalTime("confirmed_at"),
                codesLeft: try db.count(
                    "recovery_code where user_id = ? and used_at is null", [.id(user)]))
        }
    }

    package func beginSecondFactor(of user: UserID, secret: [UInt8], at: Timestamp) async throws {
        try await storing {
            try await engine.write { db in
                try db.run(
                    "delete from second_factor where user_id = ? and confirmed_at is null",
                    [.id(user)])
                _ = try db.run(
                    "insert into second_factor (user_id, secret, begun_at) values (?, ?, ?)",
                    [.id(user), .blob(secret), .time(at)])
            }
        }
    }

    package func confirmSecondFactor(
        of user: UserID, step: Int64, recovery digests: [[UInt8]], at: Timestamp
    ) async throws {
        try await engine.write { db in
            let outcome = try db.run(
                """
                update second_factor set confirmed_at = ?, last_step = ?
                where user_id = ? and confirmed_at is null
                """, [.time(at), .integer(step), .id(user)])
            guard outcome.changes == 1 else { throw StoreFailure.gone }
            try SQLInsertion(into: "recovery_code", ["digest", "user_id"])
                .insert(digests.map { [.blob($0), .id(user)] }, db)
        }
    }

    package func admitCode(of user: UserID, bound: Int, pause: Int64, at: Timestamp) async throws
        -> Bool
    {
        try await engine.write { db in
            let row = try db.first(
                "select failures, failed_at from second_factor where user_id = ?\(db.dialect.locking)",
                [.id(user)])
            guard let row else { return false }
            let failures = try row.int("failures")
            if failures >= bound, let last = try row.optionalTime("failed_at") {
                // Each wrong one doubles the wait, up to an hour and a bit.
                let wait = pause << min(7, failures - bound)
                guard last.adding(seconds: wait) <= at else { return false }
            }
            return try db.run(
                "update second_factor set failures = failures + 1, failed_at = ? where user_id = ?",
                [.time(at), .id(user)]
            ).changes == 1
        }
    }

    package func use(step: Int64, of user: UserID) async throws -> Bool {
        try await engine.write { db in
            try db.run(
                """
                update second_factor set last_step = ?, failures = 0
                where user_id = ? and confirmed_at is not null and last_step < ?
                """, [.integer(step), .id(user), .integer(step)]
            ).changes == 1
        }
    }

    package func use(recovery digest: [UInt8], of user: UserID, at: Timestamp) async throws -> Bool
    {
        try await engine.write { db in
            let outcome = try db.run(
                """
                update recovery_code set used_at = ?
                where digest = ? and user_id = ? and used_at is null
                """, [.time(at), .blob(digest), .id(user)])
            guard outcome.changes == 1 else { return false }
            try db.run(
                "update second_factor set failures = 0 where user_id = ?", [.id(user)])
            return true
        }
    }

    package func removeSecondFactor(of user: UserID, audit: AuditEntry?) async throws -> Bool {
        try await engine.write { db in
            try db.run("delete from recovery_code where user_id = ?", [.id(user)])
            let outcome = try db.run("delete from second_factor where user_id = ?", [.id(user)])
            guard outcome.changes == 1 else { return false }
            try audit.map { try Self.write($0, db) }
            return true
        }
    }
}
