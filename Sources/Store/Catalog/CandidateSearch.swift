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
    static let most = 1000
    /// Titles looked at one by one, at most.
    private static let mostFew = 200

    let search: CatalogSearch
    let uploaders: [String: UserID]

    init(_ search: CatalogSearch, _ db: any SQLConnection) throws {
        self.search = search
        var uploaders: [String: UserID] = [:]
        for clause in search.query.clauses {
            guard case .uploader(let name) = clause.term else { continue }
            uploaders[name] = try db.first(
                "select id from account where username = ?", [.text(name)]
            ).map { try $0.id("id") }
        }
        self.uploaders = uploaders
    }

    /// The page after `search.after`, and how many candidates there are.
    func page(_ db: any SQLConnection) throws -> (found: [RankedEntry], total: Int) {
        // Only relevance asks where a word stands.
        guard search.order == .relevance, hasWords else {
            return try RankedEntry.page(of: try candidates(.anywhere, db), search, db)
        }
        if let few = try few(db) { return (few.page(after: search.after, search.limit), few.count) }

        let anywhere = try candidates(.anywhere, db)
        let total = try db.count("(\(anywhere.sql)) candidates", anywhere.values)
        let titles = try RankedEntry.page(of: try candidates(.title, db), search, db)
        // Keys of those elsewhere are larger than any title's, so a page goes on from one into the
        // other.
        let room = Self.most - titles.total
        guard room > 0, titles.found.count <= search.limit else { return (titles.found, total) }
        let others = try RankedEntry.page(
            of: try candidates(.elsewhere, limit: room, db), most: room, search, db)
        return (Array((titles.found + others.found).prefix(search.limit + 1)), total)
    }

    /// All that is found, where it is little: then looking at each title is cheaper than going
    /// through all titles with these words. `nil` where it is more.
    private func few(_ db: any SQLConnection) throws -> [RankedEntry]? {
        let statement = try candidates(.anywhere, limit: Self.mostFew + 1, db)
        let rows = try db.all(statement.sql, statement.values)
        guard rows.count <= Self.mostFew else { return nil }
        let found = try rows.map { try Candidate(row: $0) }
        let titles = try CommunityStore.titles(found.map(\.id), db)
        return found.map { entry in
            RankedEntry(entry, title: titles[entry.id] ?? "", of: search.query)
        }
    }

    /// For counting; in no order.
    func all(_ db: any SQLConnection) throws -> (found: [Candidate], isCapped: Bool) {
        let statement = try candidates(.anywhere, db)
        let rows = try db.all(statement.sql, statement.values)
        return (try rows.prefix(Self.most).map(Candidate.init(row:)), rows.count > Self.most)
    }

    func findsAny(_ db: any SQLConnection) throws -> Bool {
        let statement = try candidates(.anywhere, limit: 1, db)
        return try db.first(statement.sql, statement.values) != nil
    }

    private var hasWords: Bool {
        search.query.clauses.contains { clause in
            if case .words = clause.term { !clause.isNegated } else { false }
        }
    }

    /// Newest first, and one more than are ranked where there is one.
    private func candidates(
        _ place: IndexExpression.Place, limit: Int = most + 1, _ db: any SQLConnection
    ) throws -> CandidateStatement {
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
            if place == .elsewhere { excludeTitles(&filter) }
        }
        return CandidateStatement(
            sql: """
                select \(Candidate.columns) from \(source)
                where \(filter.sql) order by \(order) limit \(limit)
                """, values: filter.values, isTitle: place == .title)
    }

    /// Boolean mode takes nothing away that is more than a word.
    private func excludeTitles(_ filter: inout SearchFilter) {
        let title = IndexExpression(search.query, in: .title, uploaders: uploaders)
        let phrases = title.mysqlPhrases.filter(\.isWanted)
        filter.add(
            "not (match (i.words) against (? in boolean mode)"
                + phrases.map { _ in " and i.words like ? escape '!'" }.joined() + ")",
            [.text(title.boolean)] + phrases.map { .text($0.pattern) })
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
