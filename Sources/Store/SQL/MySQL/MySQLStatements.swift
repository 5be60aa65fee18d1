/// The statements of one connection, by their text; the one used longest ago makes room.
struct MySQLStatements {
    private struct Entry {
        let statement: MySQLStatement
        var usedAt: Int
    }

    /// The server keeps each of them too (`max_prepared_stmt_count` is 16,382 for everybody).
    private let capacity: Int
    private var entries: [String: Entry] = [:]
    private var discarded: [MySQLStatement] = []
    private var uses = 0

    init(capacity: Int = 128) { self.capacity = capacity }

    mutating func statement(
        _ sql: String, prepare: () throws -> MySQLStatement
    ) rethrows -> MySQLStatement {
        uses += 1
        if let known = entries[sql] {
            entries[sql]?.usedAt = uses
            return known.statement
        }
        if entries.count >= capacity,
            let oldest = entries.min(by: { $0.value.usedAt < $1.value.usedAt })
        {
            forget(oldest.key)
        }
        let made = try prepare()
        entries[sql] = Entry(statement: made, usedAt: uses)
        return made
    }

    /// It is closed later: a Galera node that has undone a transaction for another's says so in its
    /// answer to the next command, and to a statement's closing there is no answer.
    mutating func forget(_ sql: String) {
        if let entry = entries.removeValue(forKey: sql) { discarded.append(entry.statement) }
    }

    /// To be called outside of transactions only.
    mutating func closeDiscarded() { discarded = [] }

    mutating func removeAll() { (entries, discarded) = ([:], []) }
}
