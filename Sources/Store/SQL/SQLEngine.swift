/// A database that speaks our SQL. SQLite is one; the statements elsewhere in this room are
/// written once for all of them.
package protocol SQLEngine: Sendable {
    /// Reads a state of the database that does not change under the closure's feet.
    func read<T: Sendable>(_ body: @escaping @Sendable (any SQLConnection) throws -> T) async throws
        -> T
    /// One transaction: all of it, or nothing when the closure throws.
    func write<T: Sendable>(_ body: @escaping @Sendable (any SQLConnection) throws -> T)
        async throws -> T
    func close() async throws
}

/// A connection within a transaction. It never leaves the closure it was handed to.
package protocol SQLConnection {
    func rows(_ sql: String, _ values: [SQLValue]) throws -> [SQLAnswer]
    @discardableResult
    func run(_ sql: String, _ values: [SQLValue]) throws -> SQLOutcome
}

/// What a statement that changes rows answers.
package struct SQLOutcome: Hashable, Sendable {
    /// Rows inserted, updated or deleted.
    package let changes: Int
    /// The id of the row inserted last; meaningless after anything but an insert.
    package let lastID: Int64
}

/// A row as an engine hands it over; `SQLRow` reads it.
package struct SQLAnswer: Sendable {
    let row: SQLRow
}

extension SQLConnection {
    func all(_ sql: String, _ values: [SQLValue] = []) throws -> [SQLRow] {
        try rows(sql, values).map(\.row)
    }

    func first(_ sql: String, _ values: [SQLValue] = []) throws -> SQLRow? {
        try all(sql, values).first
    }

    func count(_ sql: String, _ values: [SQLValue] = []) throws -> Int {
        try first("select count(*) as n from \(sql)", values)?.int("n") ?? 0
    }
}
