import Domain

extension Migration {
    /// Keeps how the name of each account looks, so that no other is made that could be taken for
    /// it. Not unique in the schema: an older community may have two such names, and keeps them.
    static let looks = Migration(
        number: 6,
        statements: { sql in
            [
                "alter table account add column look \(sql.word(190)) not null default ''",
                "create index account_look on account (look)",
            ]
        }, finish: fillLooks)

    private static let step = 1000

    private static func fillLooks(_ db: any SQLConnection) throws {
        while true {
            let rows = try db.all(
                "select id, username from account where look = '' limit ?", [.int(step)])
            for row in rows {
                try db.run(
                    "update account set look = ? where id = ?",
                    [
                        .text(Looks(try row.text("username")).drawn),
                        .integer(try row.integer("id")),
                    ])
            }
            if rows.count < step { return }
        }
    }
}
