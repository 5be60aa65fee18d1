import Domain

/// Makes the index again from the catalog: after a step of the schema, and after a move.
enum SearchRebuild {
    private static let batch = 500

    /// All of it in the caller's transaction.
    static func all(_ db: any SQLConnection) throws {
        try SearchIndex.clear(db)
        var last: CatalogID? = CatalogID(0)
        while let id = last { last = try next(after: id, db) }
    }

    /// Indexes some entries after `id`, and answers the last of them; `nil` at the end.
    static func next(after id: CatalogID, _ db: any SQLConnection) throws -> CatalogID? {
        let rows = try db.all(
            "\(IndexedEntry.selection) where c.id > ? and c.deleted_at is null order by c.id limit ?",
            [.id(id), .int(batch)])
        let entries = try rows.map { try IndexedEntry(row: $0) }
        try SearchIndex.add(entries, db)
        for entry in entries {
            try db.run(
                "update catalog set title_words = ? where id = ?",
                [.int(entry.titleWords), .id(entry.id)])
        }
        return entries.last?.id
    }
}

extension CommunityStore {
    /// Makes the search index again, in transactions of some hundred entries.
    package func rebuildSearch(progress: @Sendable (_ done: Int, _ total: Int) -> Void)
        async throws
    {
        let total = try await engine.write { db in
            try SearchIndex.clear(db)
            return try db.count("catalog where deleted_at is null")
        }
        var last: CatalogID? = CatalogID(0)
        var done = 0
        while let id = last {
            let step = try await engine.write { db in
                let next = try SearchRebuild.next(after: id, db)
                let count = try next.map {
                    try db.count(
                        "catalog where deleted_at is null and id > ? and id <= ?",
                        [.id(id), .id($0)])
                }
                return (next: next, count: count ?? 0)
            }
            last = step.next
            done += step.count
            progress(done, total)
        }
        try await tidyWholeIndex()
    }
}
