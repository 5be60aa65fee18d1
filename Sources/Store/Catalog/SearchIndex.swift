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

    /// What must be there, less what must not, in FTS5's own language; `nil` when nothing must be.
    static func expression(_ query: SearchQuery) -> String? {
        let wanted = phrases(query, negated: false)
        guard !wanted.isEmpty else { return nil }
        // A space binds tighter than NOT.
        return ([wanted.joined(separator: " ")] + phrases(query, negated: true))
            .joined(separator: " NOT ")
    }

    /// What must not be there, each enough by itself; `nil` when there is nothing.
    static func unwanted(_ query: SearchQuery) -> String? {
        let phrases = phrases(query, negated: true)
        return phrases.isEmpty ? nil : phrases.joined(separator: " OR ")
    }

    private static func phrases(_ query: SearchQuery, negated: Bool) -> [String] {
        query.clauses.filter { $0.isNegated == negated }.compactMap { clause in
            switch clause.term {
            case .words(let words, let endsOpen): phrase(words) + (endsOpen ? "*" : "")
            case .tag(let tag): "tags : " + phrase([tag])
            case .kind, .uploader, .size, .age, .seeders: nil
            }
        }
    }

    /// Words side by side; quoting keeps `AND` and `NEAR` words.
    private static func phrase(_ words: [String]) -> String {
        "\"\(words.joined(separator: " ").filter { $0 != "\"" && $0 != "\0" })\""
    }
}
