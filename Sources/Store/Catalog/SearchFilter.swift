import Domain
import Service

/// A search as conditions on `catalog c join account u`, and as an expression of the text index.
struct SearchFilter {
    private(set) var conditions: [String] = []
    private(set) var values: [SQLValue] = []
    /// What the text index has to find; `nil` when the search names no words.
    let text: String?

    init(_ search: CatalogSearch) {
        text = SearchIndex.expression(search.query)
        add("c.deleted_at is null")
        add("c.status = ?", .text(search.status.rawValue))
        add("c.min_role_weight <= ?", .int(search.visibleTo.value))
        if let uploader = search.uploader { add("c.uploader_id = ?", .id(uploader)) }
        if let text { add("catalog_text match ?", .text(text)) }
        for clause in search.query.clauses { add(clause, now: search.now) }
        // The index cannot take away from nothing.
        if text == nil, let unwanted = SearchIndex.unwanted(search.query) {
            add(
                "c.id not in (select rowid from catalog_text where catalog_text match ?)",
                .text(unwanted))
        }
    }

    private mutating func add(_ condition: String, _ value: SQLValue? = nil) {
        conditions.append(condition)
        if let value { values.append(value) }
    }

    private mutating func add(_ clause: SearchClause, now: Timestamp) {
        guard let (condition, value) = Self.condition(clause.term, now: now) else { return }
        add(clause.isNegated ? "not (\(condition))" : condition, value)
    }

    /// `nil` for what the text index answers.
    private static func condition(_ term: SearchTerm, now: Timestamp) -> (String, SQLValue)? {
        switch term {
        case .words, .tag: nil
        case .kind(let kind): ("c.kind = ?", .text(kind.rawValue))
        case .uploader(let name): ("u.username = ?", .text(name))
        case .size(let bound): ("c.size \(bound.relation.rawValue) ?", .integer(bound.value))
        case .seeders(let bound): ("c.seeders \(bound.relation.rawValue) ?", .integer(bound.value))
        case .age(let bound):
            // An age is a difference; compared so, no amount can overflow.
            (
                "? - c.created_at \(bound.relation.rawValue) \(bound.value)",
                .integer(now.seconds)
            )
        }
    }
}
