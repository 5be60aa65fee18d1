extension Migration {
    /// A deleted account stays as a row: the ledger, the audit log and what it published refer to
    /// it, and its name stays taken.
    static let members = Migration(number: 5) { sql in
        ["alter table account add column deleted_at \(sql.integer)"]
    }
}
