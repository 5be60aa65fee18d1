extension Migration {
    /// What announces did and is not in its rows yet, batch by batch, and how much of it, up to an
    /// entry, is.
    static let journal = Migration(number: 10) { sql in
        [
            """
            create table ledger_journal (
                id \(sql.identity),
                body \(sql.blob) not null
            )\(sql.tableOptions)
            """,
            """
            create table ledger_journal_mark (
                id \(sql.integer) primary key,
                last_entry \(sql.integer) not null,
                applied \(sql.integer) not null
            )\(sql.tableOptions)
            """,
        ]
    }
}
