extension Migration {
    /// Remembers the last batch of the ledger that each tracker wrote, so that one whose commit was
    /// in doubt is not written twice.
    static let batches = Migration(number: 9) { sql in
        [
            """
            create table ledger_writer (
                id \(sql.integer) primary key,
                batch \(sql.integer) not null
            )\(sql.tableOptions)
            """
        ]
    }
}
