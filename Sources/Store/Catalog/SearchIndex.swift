import Domain

/// The full-text index of the catalog and the tables that go with it. Everything here follows from
/// `catalog` and `catalog_page`, and can be made again from them.
enum SearchIndex {
    static func add(_ entries: [IndexedEntry], _ db: any SQLConnection) throws {
        try SQLInsertion(into: "catalog_index", [number(db.dialect), "words"]).insert(
            entries.map { [.id($0.id), .text($0.words)] }, db)
        try SQLInsertion(into: "catalog_tag", ["tag", "catalog_id"]).insert(
            entries.flatMap { entry in
                Set(entry.tags).map { [.text($0), .id(entry.id)] }
            }, db)
        try Vocabulary.learn(entries.reduce(into: []) { $0.formUnion($1.vocabulary) }, db)
    }

    /// FTS5 numbers rows itself, InnoDB has a column for it.
    private static func number(_ dialect: SQLDialect) -> String {
        dialect == .sqlite ? "rowid" : "catalog_id"
    }

    /// `entry` must be as it was added: SQLite's index does not keep the words that it takes out.
    static func remove(_ entry: IndexedEntry, _ db: any SQLConnection) throws {
        switch db.dialect {
        case .sqlite:
            try db.run(
                "insert into catalog_index (catalog_index, rowid, words) values ('delete', ?, ?)",
                [.id(entry.id), .text(entry.words)])
        case .mysql:
            try db.run("delete from catalog_index where catalog_id = ?", [.id(entry.id)])
        }
        try db.run("delete from catalog_tag where catalog_id = ?", [.id(entry.id)])
    }

    static func clear(_ db: any SQLConnection) throws {
        switch db.dialect {
        case .sqlite:
            try db.run("insert into catalog_index (catalog_index) values ('delete-all')", [])
        case .mysql: try db.run("delete from catalog_index", [])
        }
        for table in ["catalog_tag", "catalog_word", "catalog_gram"] {
            try db.run("delete from \(table)", [])
        }
    }
}
