/// A database that speaks our SQL. The statements elsewhere in this room are written once for all
/// of them; `SQLDialect` has the words that differ.
package protocol SQLEngine: Sendable {
    var dialect: SQLDialect { get }
    /// Reads a state of the database that does not change under the closure's feet.
    func read<T: Sendable>(_ body: @escaping @Sendable (any SQLConnection) throws -> T) async throws
        -> T
    /// One transaction: all of it, or nothing when the closure throws. The closure may run more
    /// than once, when the database asks for it (a deadlock, a node that went away), so it changes
    /// nothing but the database.
    func write<T: Sendable>(_ body: @escaping @Sendable (any SQLConnection) throws -> T)
        async throws -> T
    func close() async throws
}

/// A connection within a transaction. It never leaves the closure it was handed to.
package protocol SQLConnection {
    var dialect: SQLDialect { get }
    func rows(_ sql: String, _ values: [SQLValue]) throws -> [SQLAnswer]
    /// Rows of integers and nothing else. Where a thousand rows are read for a page of fifty,
    /// naming and wrapping each value costs more than finding it.
    func integers(_ sql: String, _ values: [SQLValue]) throws -> [[Int64]]
    @discardableResult
    func run(_ sql: String, _ values: [SQLValue]) throws -> SQLOutcome
    /// Changes the schema. MySQL commits at each definition, so there one that is made already is
    /// passed over: a step of the schema that was left half-way can be run again.
    func define(_ sql: String) throws
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
