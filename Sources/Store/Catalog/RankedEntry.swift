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

    /// The page after `search.after` of what the statement finds, with one more where there is
    /// one, and how many it finds.
    static func page(
        of candidates: CandidateStatement, most: Int = CandidateSearch.most,
        _ search: CatalogSearch, _ db: any SQLConnection
    ) throws -> (found: [RankedEntry], total: Int) {
        var values = candidates.values
        var after = ""
        if let cursor = search.after {
            after = "where page_key >= ? and (page_key > ? or id < ?)"
            values += [.real(cursor.key), .real(cursor.key), .id(cursor.id)]
        }
        let key = key(search.order, isTitle: candidates.isTitle)
        let rows = try db.all(
            """
            select id, page_key, total from (
                select id, \(key) as page_key, count(*) over () as total
                from (\(candidates.sql)) candidates order by page_key, id desc limit \(most)
            ) ranked \(after) order by page_key, id desc limit ?
            """, values + [.int(search.limit + 1)])
        let found = try rows.map {
            RankedEntry(id: try $0.id("id"), key: try $0.real("page_key"))
        }
        // A page past the end does not tell how many there were before it.
        guard found.isEmpty, search.after != nil || most == 0 else {
            return (found, try rows.first?.int("total") ?? 0)
        }
        return (found, try db.count("(\(candidates.sql)) candidates", candidates.values))
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
                ? "case when title_words < \(longTitle) then title_words else \(longTitle) end"
                    + " * \(step) - created_at"
                : "\(elsewhere) * \(step) - created_at"
        }
    }

    /// The same rule for an entry that is here already.
    init(_ entry: Candidate, title: String, of query: SearchQuery) {
        id = entry.id
        let isTitle = SearchHits.holds(query, in: title)
        let rank = isTitle ? min(entry.titleWords, Self.longTitle) : Self.elsewhere
        key = Double(rank * Self.step - entry.createdAt)
    }

    private init(id: CatalogID, key: Double) {
        self.id = id
        self.key = key
    }

    private static let longTitle: Int64 = 255
    private static let elsewhere: Int64 = 256
    /// More than any time has seconds.
    private static let step: Int64 = 1 << 40
}

extension [RankedEntry] {
    /// The page after `cursor`, with one more where there is one.
    func page(after cursor: EntryCursor?, _ limit: Int) -> [RankedEntry] {
        let rest = filter { entry in
            cursor.map { ($0.key, entry.id) < (entry.key, $0.id) } ?? true
        }
        return Array(rest.sorted { ($0.key, $1.id) < ($1.key, $0.id) }.prefix(limit + 1))
    }
}
