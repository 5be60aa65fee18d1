import Domain

/// The full-text index of the catalog and the tables that go with it. Everything here follows from
/// `catalog` and `catalog_page`, and can be made again from them.
enum SearchIndex {
    static func add(_ entry: IndexedEntry, _ db: any SQLConnection) throws {
        switch db.dialect {
        case .sqlite:
            try db.run(
                "insert into catalog_index (rowid, words) values (?, ?)",
                [.id(entry.id), .text(entry.words)])
        case .mysql:
            try db.run(
                "insert into catalog_index (catalog_id, words) values (?, ?)",
                [.id(entry.id), .text(entry.words)])
        }
        for tag in Set(entry.tags) {
            try db.run(
                "insert into catalog_tag (tag, catalog_id) values (?, ?)",
                [.text(tag), .id(entry.id)])
        }
        try Vocabulary.learn(entry.vocabulary, db)
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
