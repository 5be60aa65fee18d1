import Domain

extension Migration {
    /// Chains the audit log, knows equal lists of files by a digest, and keeps bans of addresses and
    /// clients, and notes on members.
    ///
    /// Bans and notes name who made them without a reference: they outlast an account.
    static let moderation = Migration(
        number: 4,
        statements: { sql in auditChain(sql) + fileLists(sql) + bans(sql) + notes(sql) },
        finish: { db in
            try db.run(
                "\(db.dialect.insertMissing) into guard (name, version) values ('bans', 0)", [])
            try AuditChain.linkOlderEntries(db)
            try FileListDigest.fillMissing(db)
        })

    private static func auditChain(_ sql: SQLDialect) -> [String] {
        [
            "alter table audit add column number \(sql.integer)",
            "alter table audit add column address \(sql.word(64))",
            "alter table audit add column hash \(sql.digest(32))",
            "create unique index audit_number on audit (number)",
            "create index audit_act on audit (act, number)",
            """
            create table audit_tail (
                name \(sql.word(32)) primary key,
                entries \(sql.integer) not null,
                hash \(sql.digest(32)) not null
            )\(sql.tableOptions)
            """,
        ]
    }

    private static func fileLists(_ sql: SQLDialect) -> [String] {
        [
            "alter table catalog add column files_digest \(sql.digest(32))",
            "create index catalog_files on catalog (files_digest)",
        ]
    }

    private static func bans(_ sql: SQLDialect) -> [String] {
        [
            """
            create table address_ban (
                id \(sql.identity),
                addresses \(sql.word(64)) not null unique,
                reason \(sql.text) not null,
                expires_at \(sql.integer),
                actor_name \(sql.text) not null,
                made_at \(sql.integer) not null
            )\(sql.tableOptions)
            """,
            """
            create table client_ban (
                id \(sql.identity),
                peer_prefix \(sql.word(20)) not null unique,
                reason \(sql.text) not null,
                actor_name \(sql.text) not null,
                made_at \(sql.integer) not null
            )\(sql.tableOptions)
            """,
        ]
    }

    private static func notes(_ sql: SQLDialect) -> [String] {
        [
            """
            create table user_note (
                id \(sql.identity),
                user_id \(sql.integer) not null,
                author_name \(sql.text) not null,
                note \(sql.text) not null,
                made_at \(sql.integer) not null
            )\(sql.tableOptions)
            """,
            "create index user_note_user on user_note (user_id, id)",
        ]
    }
}
