import API
import Domain

/// Whether an entry answers a search, by what is known of it here: the server's own rules, without
/// its index.
enum KeptSearch {
    static func holds(
        _ query: SearchQuery, of entry: CatalogSummary, description: String, at now: Timestamp
    ) -> Bool {
        query.clauses.allSatisfy { clause in
            holds(clause.term, of: entry, description: description, at: now) != clause.isNegated
        }
    }

    private static func holds(
        _ term: SearchTerm, of entry: CatalogSummary, description: String, at now: Timestamp
    ) -> Bool {
        switch term {
        case .words:
            let one = SearchQuery(clauses: [SearchClause(term)])
            return ([entry.title, description] + entry.tags).contains {
                SearchHits.holds(one, in: $0)
            }
        case .tag(let tag):
            let wanted = SearchWords.of(tag)
            return entry.tags.contains { SearchWords.of($0) == wanted }
        case .kind(let kind): return entry.kind == kind
        case .uploader(let name): return entry.uploader.lowercased() == name.lowercased()
        case .size(let bound): return bound.holds(Int64(clamping: entry.size.bytes))
        case .age(let bound):
            return bound.holds(max(0, now.seconds - entry.createdAt.seconds))
        case .seeders(let bound): return bound.holds(Int64(entry.seeders))
        }
    }
}

extension SearchBound {
    fileprivate func holds(_ number: Int64) -> Bool {
        switch relation {
        case .atMost: number <= value
        case .atLeast: number >= value
        case .less: number < value
        case .more: number > value
        case .equal: number == value
        }
    }
}
