import Domain
import Service

/// Finds what a search with conditions is about: a bounded number of entries, from which a page,
/// its order and the facets are made.
///
/// The bound is what keeps a common word as cheap as a rare one: the index is read from the newest
/// entry backwards, and no further than needed. What lies beyond is older than everything shown,
/// and `isCapped` says that there is more.
struct CandidateSearch {
    /// Entries ranked, at most.
    static let most = 500

    let search: CatalogSearch
    let uploaders: [String: UserID]

    init(_ search: CatalogSearch, _ db: any SQLConnection) throws {
        self.search = search
        var uploaders: [String: UserID] = [:]
        for clause in search.query.clauses {
            guard case .uploader(let name) = clause.term else { continue }
            uploaders[name] = try db.first(
                "select id from account where username = ? and deleted_at is null", [.text(name)]
            ).map { try $0.id("id") }
        }
        self.uploaders = uploaders
    }

    /// The page after `search.after` with one more where there is one, and how many candidates
    /// there are.
    func page(_ db: any SQLConnection) throws -> (found: [RankedEntry], total: Int) {
        let (found, total) = try ranked(db)
        return (found.page(after: search.after, search.limit), total)
    }

    /// In no order, and how many there are: of more than `most` one more than these.
    private func ranked(_ db: any SQLConnection) throws -> (found: [RankedEntry], total: Int) {
        // Only relevance asks where a word stands.
        guard search.order == .relevance, hasWords else {
            let found = try ranked(.anywhere, db)
            return (Array(found.prefix(Self.most)), found.count)
        }
        // Titles are shorter lists than everything, and enough of them are all there is to show.
        let titles = try ranked(.title, db)
        guard titles.count <= Self.most else {
            return (Array(titles.prefix(Self.most)), titles.count)
        }
        let anywhere = try ranked(.anywhere, db)
        let isTitle = Set(titles.map(\.id))
        let others = anywhere.filter { !isTitle.contains($0.id) }.prefix(Self.most - titles.count)
        return (titles + others, anywhere.count)
    }

    /// Newest first, and one more than `most` where there is one.
    private func ranked(
        _ place: IndexExpression.Place, _ db: any SQLConnection
    ) throws -> [RankedEntry] {
        let statement = try candidates(
            place, columns: RankedEntry.columns(search.order, isTitle: place == .title), db)
        return try db.integers(statement.sql, statement.values).map(RankedEntry.init(row:))
    }

    /// For counting; in no order.
    func all(_ db: any SQLConnection) throws -> (found: [Candidate], isCapped: Bool) {
        let statement = try candidates(.anywhere, columns: Candidate.columns, db)
        let rows = try db.all(statement.sql, statement.values)
        return (try rows.prefix(Self.most).map(Candidate.init(row:)), rows.count > Self.most)
    }

    func findsAny(_ db: any SQLConnection) throws -> Bool {
        let statement = try candidates(.anywhere, columns: "c.id", limit: 1, db)
        return try db.first(statement.sql, statement.values) != nil
    }

    private var hasWords: Bool {
        search.query.clauses.contains { clause in
            if case .words = clause.term { !clause.isNegated } else { false }
        }
    }

    /// Newest first, and one more than are ranked where there is one.
    private func candidates(
        _ place: IndexExpression.Place, columns: String, limit: Int = most + 1,
        _ db: any SQLConnection
    ) throws -> (sql: String, values: [SQLValue]) {
        let expression = IndexExpression(search.query, in: place, uploaders: uploaders)
        var filter = SearchFilter(search)
        let source: String
        let order: String
        switch db.dialect {
        case .sqlite:
            // `cross join` keeps the index outside, and it can be read backwards: no sorting, and
            // an early end.
            source = "catalog_index i cross join catalog c on c.id = i.rowid"
            order = "i.rowid desc"
            filter.add("catalog_index match ?", .text(expression.fts5))
            try narrow(&filter, db)
        case .mysql:
            source = "catalog_index i join catalog c on c.id = i.catalog_id"
            order = "c.created_at desc, c.id desc"
            filter.add(
                "match (i.words) against (? in boolean mode)", .text(expression.boolean))
            for phrase in expression.mysqlPhrases {
                filter.add(
                    "i.words \(phrase.isWanted ? "" : "not ")like ? escape '!'",
                    .text(phrase.pattern))
            }
        }
        return (
            """
            select \(columns) from \(source)
            where \(filter.sql) order by \(order) limit \(limit)
            """, filter.values
        )
    }

    /// Reading backwards does not end early where few entries pass: the queue of what waits for
    /// approval, the last hour, what is seeded on a sleepy site. Few are asked one by one.
    private func narrow(_ filter: inout SearchFilter, _ db: any SQLConnection) throws {
        if search.status != .approved {
            filter.add(
                "i.rowid in (select id from catalog where status = ?)",
                .text(search.status.rawValue))
            return
        }
        for clause in search.query.clauses where !clause.isNegated {
            guard let few = Self.few(clause.term, now: search.now) else { continue }
            let values = [.text(CatalogStatus.approved.rawValue)] + few.values
            let count = try db.count(
                "(select 1 from catalog where \(few.condition) limit \(Self.most + 1)) f", values)
            guard count <= Self.most else { continue }
            filter.add("i.rowid in (select id from catalog where \(few.condition))", values)
            return
        }
    }

    /// A condition that an index of `catalog` answers.
    private static func few(_ term: SearchTerm, now: Timestamp) -> (
        condition: String, values: [SQLValue]
    )? {
        switch term {
        case .seeders(let bound) where bound.value > 0 || bound.relation == .more:
            (
                "status = ? and seeders \(bound.relation.rawValue) ?", [.integer(bound.value)]
            )
        case .age(let bound) where bound.relation == .less || bound.relation == .atMost:
            (
                "status = ? and created_at >= ?",
                [.integer(now.seconds.subtractingReportingOverflow(bound.value).partialValue)]
            )
        default: nil
        }
    }
}
