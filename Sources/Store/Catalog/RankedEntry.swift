import Domain
import Service

/// A statement that answers candidates.
struct CandidateStatement {
    let sql: String
    let values: [SQLValue]
    /// Whether those it finds have every word in the title.
    let isTitle: Bool
}

/// A candidate in its place. The database ranks: only a page of the thousand leaves it.
struct RankedEntry {
    let id: CatalogID
    let key: Double

    /// The page after `search.after` of what the statements find, an entry that both find counted
    /// once, and one more where there is one.
    static func page(
        of statements: [CandidateStatement], _ search: CatalogSearch, _ db: any SQLConnection
    ) throws -> (found: [RankedEntry], total: Int) {
        let candidates = statements.enumerated().map { number, statement in
            """
            select id, \(key(search.order, isTitle: statement.isTitle)) as page_key
            from (\(statement.sql)) c\(number)
            """
        }
        // Of two keys the smaller comes first, so that of an entry found twice is its better one.
        let ranked =
            candidates.count == 1
            ? candidates[0]
            : """
            select id, min(page_key) as page_key from (\(candidates.joined(separator: " union all ")))
            found group by id
            """
        var values = statements.flatMap(\.values)
        var after = ""
        if let cursor = search.after {
            after = "where page_key >= ? and (page_key > ? or id < ?)"
            values += [.real(cursor.key), .real(cursor.key), .id(cursor.id)]
        }
        values.append(.int(search.limit + 1))
        let rows = try db.all(
            """
            select id, page_key, total from (
                select id, page_key, count(*) over () as total from (\(ranked)) ranked
                order by page_key, id desc limit \(CandidateSearch.most)
            ) pages \(after) order by page_key, id desc limit ?
            """, values)
        return (
            try rows.map { RankedEntry(id: try $0.id("id"), key: try $0.real("page_key")) },
            try rows.first?.int("total") ?? 0
        )
    }

    /// Smaller comes first; within a key, newer ids.
    private static func key(_ order: EntryOrder, isTitle: Bool) -> String {
        switch order {
        case .newest: "-created_at"
        case .seeders: "-seeders"
        case .size: "-size"
        case .relevance:
            // Entries with all the words in the title, those of short titles first, as they are
            // most likely named so; then those that only mention them. Of equals the newest:
            // seconds fit below the rank, and a number that is real counts exactly to 2^53.
            isTitle
                ? "case when title_words < 255 then title_words else 255 end * 1099511627776"
                    + " - created_at"
                : "256 * 1099511627776 - created_at"
        }
    }
}
