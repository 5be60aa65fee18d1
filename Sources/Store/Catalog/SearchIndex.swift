import Domain

/// The full-text index of the catalog: the one table whose statements differ between engines.
enum SearchIndex {
    /// A word in the title says more about an entry than one in its description.
    static let ranking = "bm25(catalog_text, 10.0, 1.0, 5.0)"

    static func add(
        _ id: CatalogID, title: String, description: String, tags: [String], _ db: any SQLConnection
    ) throws {
        try db.run(
            "insert into catalog_text (rowid, title, description, tags) values (?, ?, ?, ?)",
            [.id(id), .text(title), .text(description), .text(tags.joined(separator: " "))])
    }

    static func remove(_ id: CatalogID, _ db: any SQLConnection) throws {
        try db.run("delete from catalog_text where rowid = ?", [.id(id)])
    }

    /// FTS5's own language. The words hold letters and digits only; quoting keeps `AND` and `NEAR`
    /// words.
    static func expression(_ words: [String]) -> String {
        words.map { "\"\($0.filter { $0 != "\"" })\"*" }.joined(separator: " ")
    }
}
