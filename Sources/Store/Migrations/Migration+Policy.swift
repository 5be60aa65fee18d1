extension Migration {
    /// What torrents count for and when, what roles ask of their members, how long was seeded, and
    /// clients that are let in by name.
    static let policy = Migration(
        number: 7,
        statements: { sql in
            terms(sql)
                + added(["required_permille", "grace_bytes", "download_slots"], to: "role", sql)
                + added(
                    ["moved_up", "moved_down", "seeded_seconds"], to: "ledger_session", sql,
                    "not null default 0")
                + added(["allows"], to: "client_ban", sql, "not null default 0")
        }, finish: fillMoved)

    private static func terms(_ sql: SQLDialect) -> [String] {
        [
            """
            create table torrent_terms (
                id \(sql.identity),
                catalog_id \(sql.integer) not null\(sql.references("catalog")),
                upload_percent \(sql.integer) not null,
                download_percent \(sql.integer) not null,
                begins_at \(sql.integer),
                ends_at \(sql.integer)
            )\(sql.tableOptions)
            """,
            "create index torrent_terms_catalog on torrent_terms (catalog_id)",
        ]
    }

    private static func added(
        _ columns: [String], to table: String, _ sql: SQLDialect, _ rest: String = ""
    ) -> [String] {
        columns.map { "alter table \(table) add column \($0) \(sql.integer) \(rest)" }
    }

    /// Before there were terms a byte counted for a byte.
    @Sendable private static func fillMoved(_ db: any SQLConnection) throws {
        try db.run(
            """
            update ledger_session set moved_up = credited_up, moved_down = credited_down
            where moved_up = 0 and moved_down = 0
            """, [])
    }
}
