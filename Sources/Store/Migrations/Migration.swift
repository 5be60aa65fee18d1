/// One step of the schema. Steps are only ever appended: a released one is never edited.
struct Migration: Sendable {
    let number: Int
    let statements: [String]
}

extension Migration {
    static let all: [Migration] = [.firstRelease]

    /// Brings the database to the newest schema, or throws `SQLFault.newerSchema`.
    static func migrate(_ engine: any SQLEngine) async throws {
        let known = all.map(\.number).max() ?? 0
        let done = try await engine.write { db -> Int in
            try db.run("create table if not exists schema_step (number integer primary key)", [])
            return try db.first("select coalesce(max(number), 0) as n from schema_step")?.int("n")
                ?? 0
        }
        guard done <= known else { throw SQLFault.newerSchema(found: done, known: known) }
        for migration in all where migration.number > done {
            try await engine.write { db in
                for statement in migration.statements { try db.run(statement, []) }
                try db.run(
                    "insert into schema_step (number) values (?)", [.int(migration.number)])
            }
        }
    }
}
