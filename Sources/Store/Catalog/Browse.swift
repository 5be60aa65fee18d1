import Domain
import Service

/// The catalog without a search: pages of all of it, in any order, from an index that has them in
/// that order already.
struct Browse {
    /// How far a total is counted. Nobody reads to the end of ten thousand.
    static let mostCounted = 10_000

    private let search: CatalogSearch
    private let filter: SearchFilter

    init(_ search: CatalogSearch) {
        self.search = search
        filter = SearchFilter(search)
    }

    func page(_ db: any SQLConnection) throws -> EntryPage {
        let rows = try rows(limit: search.limit + 1, db)
        let shown = rows.prefix(search.limit)
        let next = rows.count > search.limit ? shown.last : nil
        let total = try db.count(
            "(select 1 from catalog c where \(filter.sql) limit \(Self.mostCounted + 1)) counted",
            filter.values)
        return EntryPage(
            entries: try CommunityStore.entries(shown.map(\.id), db),
            next: next.map { EntryCursor(key: key($0), id: $0.id) },
            total: min(total, Self.mostCounted), isCapped: total > Self.mostCounted)
    }

    /// What facets are counted over.
    func newest(_ db: any SQLConnection) throws -> (found: [Candidate], isCapped: Bool) {
        let rows = try rows(limit: CandidateSearch.most + 1, db)
        return (Array(rows.prefix(CandidateSearch.most)), rows.count > CandidateSearch.most)
    }

    /// Without words everything is as relevant as everything else.
    private var order: EntryOrder { search.order == .relevance ? .newest : search.order }

    private func key(_ entry: Candidate) -> Double {
        switch order {
        case .relevance, .newest: -Double(entry.createdAt)
        case .seeders: -Double(entry.seeders)
        case .size: -Double(entry.size)
        }
    }

    private func rows(limit: Int, _ db: any SQLConnection) throws -> [Candidate] {
        var filter = filter
        let column =
            switch order {
            case .relevance, .newest: "c.created_at"
            case .seeders: "c.seeders"
            case .size: "c.size"
            }
        if let after = search.after {
            let value = Int64(exactly: (-after.key).rounded()) ?? .max
            // The first half is a range of the index; an `or` around both would not be.
            filter.add(
                "\(column) <= ? and (\(column) < ? or c.id < ?)", .integer(value), .integer(value),
                .id(after.id))
        }
        return try db.all(
            """
            select \(Candidate.columns) from catalog c where \(filter.sql)
            order by \(column) desc, c.id desc limit ?
            """, filter.values + [.int(limit)]
        ).map { try Candidate(row: $0) }
    }
}
