/// One step of the schema. Steps are only ever appended: a released one is never edited.
struct Migration: Sendable {
    typealias Statements = @Sendable (SQLDialect) -> [String]
    typealias Finish = @Sendable (any SQLConnection) throws -> Void

    let number: Int
    let statements: Statements
    /// What statements cannot say. Run again where the step was begun and not finished.
    let finish: Finish

    init(number: Int, statements: @escaping Statements, finish: @escaping Finish = { _ in }) {
        self.number = number
        self.statements = statements
        self.finish = finish
    }

    func run(_ db: any SQLConnection) throws {
        for statement in statements(db.dialect) { try db.define(statement) }
        try finish(db)
        try db.run("insert into schema_step (number) values (?)", [.int(number)])
    }
}

extension Migration {
    static let all: [Migration] = [
        .firstRelease, .search, .accounts, .moderation, .members, .looks, .policy, .evidence,
        .batches, .journal,
    ]
    static let newest = all.map(\.number).max() ?? 0

    /// Brings the database to the newest schema, or throws `SQLFault.newerSchema`. Of several
    /// servers that start at once, one does it and the others wait.
    ///
    /// SQLite takes all of it in one transaction. MySQL ends a transaction at each definition, so
    /// there a step that was begun and not finished is run again, and passes over what is there.
    static func migrate(_ engine: any SQLEngine) async throws {
        switch engine.dialect {
        case .sqlite:
            try await engine.write { db in
                for migration in try pending(db) { try migration.run(db) }
            }
        case .mysql:
            guard try await !engine.write({ try pending($0) }).isEmpty else { return }
            try await SchemaLease.holding(engine) {
                for migration in try await engine.write({ try pending($0) }) {
                    try await engine.write { try migration.run($0) }
                }
            }
        }
    }

    private static func pending(_ db: any SQLConnection) throws -> [Migration] {
        try db.define(
            "create table if not exists schema_step (number integer primary key)"
                + db.dialect.tableOptions)
        let done =
            try db.first("select coalesce(max(number), 0) as n from schema_step")
            .map { try $0.int("n") } ?? 0
        guard done <= newest else { throw SQLFault.newerSchema(found: done, known: newest) }
        return all.filter { $0.number > done }
    }
}
