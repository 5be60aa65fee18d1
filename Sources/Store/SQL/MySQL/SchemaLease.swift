/// The right to change the schema, which one server at a time has. It is a row and no lock of the
/// database's own, for in a cluster those are each node's.
///
/// The lease ends by itself when its holder dies.
enum SchemaLease {
    private static let table = "schema_lease"
    /// Seconds from one renewal to the end.
    private static let term: Int64 = 60
    private static let renewal: Duration = .seconds(15)

    /// Runs `body` with the lease, and gives it back. Throws `SQLFault.unavailable` when another
    /// has it for longer than `wait`.
    static func holding(
        _ engine: any SQLEngine, wait: Duration = .seconds(60),
        _ body: () async throws -> Void
    ) async throws {
        let holder = SQLValue.blob((0..<16).map { _ in UInt8.random(in: 0...255) })
        try await prepare(engine)
        try await take(engine, holder, until: .now + wait)
        let keeping = Task {
            while true {
                try await Task.sleep(for: renewal)
                try? await extend(engine, holder, by: term)
            }
        }
        defer { keeping.cancel() }
        do {
            try await body()
        } catch {
            try? await extend(engine, holder, by: 0)
            throw error
        }
        try await extend(engine, holder, by: 0)
    }

    private static func prepare(_ engine: any SQLEngine) async throws {
        try await engine.write { db in
            try db.define(
                """
                create table if not exists \(table) (
                    name varchar(16) not null primary key,
                    holder varbinary(16) not null,
                    expires_at bigint not null
                )\(db.dialect.tableOptions)
                """)
            try db.run(
                "\(db.dialect.insertMissing) into \(table) (name, holder, expires_at) "
                    + "values ('schema', x'', 0)", [])
        }
    }

    private static func take(
        _ engine: any SQLEngine, _ holder: SQLValue, until deadline: ContinuousClock.Instant
    ) async throws {
        while true {
            let isTaken = try await engine.write { db in
                // The database's clock: those of the servers may differ.
                try db.run(
                    """
                    update \(table) set holder = ?, expires_at = unix_timestamp() + ?
                    where name = 'schema' and expires_at <= unix_timestamp()
                    """, [holder, .integer(term)]
                ).changes == 1
            }
            if isTaken { return }
            guard ContinuousClock.now < deadline else {
                throw SQLFault.unavailable(
                    "another server has been changing the schema for a long time")
            }
            try await Task.sleep(for: .milliseconds(200))
        }
    }

    /// By nothing: gives it back.
    private static func extend(_ engine: any SQLEngine, _ holder: SQLValue, by term: Int64)
        async throws
    {
        try await engine.write { db in
            _ = try db.run(
                """
                update \(table) set expires_at = unix_timestamp() + ?
                where name = 'schema' and holder = ?
                """, [.integer(term), holder])
        }
    }
}
