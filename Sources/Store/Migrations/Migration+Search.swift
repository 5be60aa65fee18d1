extension Migration {
    /// Tells what is listed and sorted (`catalog`, narrow) from what is read (`catalog_page`), and
    /// gives searches an index that both engines fill with the same words.
    static let search = Migration(
        number: 2,
        statements: { sql in tables(sql) + index(sql) + orders(sql) },
        finish: { db in
            try db.run(
                "\(db.dialect.insertMissing) into guard (name, version) values ('roles', 0)", [])
            try SearchRebuild.all(db)
        })

    private static func tables(_ sql: SQLDialect) -> [String] {
        [
            """
            create table catalog_page (
                catalog_id \(sql.integer) primary key\(sql.references("catalog")),
                title \(sql.text) not null,
                description \(sql.text) not null,
                tags \(sql.text) not null
            )\(sql.tableOptions)
            """,
            """
            \(sql.insertMissing) into catalog_page (catalog_id, title, description, tags)
            select id, title, description, tags from catalog
            """,
            "alter table catalog drop column title",
            "alter table catalog drop column description",
            "alter table catalog drop column tags",
            "alter table catalog add column title_words \(sql.integer) not null default 0",
            """
            create table catalog_tag (
                tag \(sql.word(190)) not null,
                catalog_id \(sql.integer) not null\(sql.references("catalog")),
                primary key (tag, catalog_id)
            )\(sql.tableOptions)
            """,
            "create index catalog_tag_entry on catalog_tag (catalog_id)",
            """
            create table catalog_word (word \(sql.word(64)) primary key)\(sql.tableOptions)
            """,
            """
            create table catalog_gram (
                gram \(sql.word(3)) not null,
                length \(sql.integer) not null,
                word \(sql.word(64)) not null,
                primary key (gram, length, word)
            )\(sql.rowsInKey)\(sql.tableOptions)
            """,
            """
            create table guard (
                name \(sql.word(32)) primary key, version \(sql.integer) not null
            )\(sql.tableOptions)
            """,
        ]
    }

    private static func index(_ sql: SQLDialect) -> [String] {
        switch sql {
        case .sqlite:
            // Without the text itself, which `catalog_page` has. `prefix` answers the first four
            // letters of a word while it is typed; the mark before each word takes two more.
            [
                "drop table catalog_text",
                """
                create virtual table catalog_index using fts5 (
                    words, content = '', prefix = '3 4 5 6',
                    tokenize = "unicode61 remove_diacritics 0 tokenchars '_'"
                )
                """,
                // Merging is `IndexTidying`'s, between two uploads and not within one.
                "insert into catalog_index (catalog_index, rank) values ('automerge', 0)",
            ]
        case .mysql:
            [
                """
                create table catalog_index (
                    catalog_id bigint primary key, words mediumtext not null, fulltext key (words)
                )\(sql.tableOptions)
                """
            ]
        }
    }

    private static func orders(_ sql: SQLDialect) -> [String] {
        [
            "drop index catalog_status" + (sql == .mysql ? " on catalog" : ""),
            // With what decides whether an entry counts, so that counting reads no rows.
            """
            create index catalog_newest
            on catalog (status, created_at, id, min_role_weight, deleted_at)
            """,
            "create index catalog_seeders on catalog (status, seeders, id)",
            "create index catalog_size on catalog (status, size, id)",
        ]
    }
}
