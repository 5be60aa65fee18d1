import Domain
import Service

/// What rows of `catalog c` must be for a search to show them: conditions, and their values in
/// order. The viewer's weight is always among them.
struct SearchFilter {
    private(set) var conditions: [String] = []
    private(set) var values: [SQLValue] = []

    var sql: String { conditions.joined(separator: " and ") }

    init(_ search: CatalogSearch) {
        add("c.status = ?", .text(search.status.rawValue))
        add("c.deleted_at is null")
        add("c.min_role_weight <= ?", .int(search.visibleTo.value))
        if let uploader = search.uploader { add("c.uploader_id = ?", .id(uploader)) }
        for clause in search.query.clauses { add(clause, now: search.now) }
    }

    mutating func add(_ condition: String, _ values: SQLValue...) { add(condition, values) }

    mutating func add(_ condition: String, _ values: [SQLValue]) {
        conditions.append(condition)
        self.values += values
    }

    /// Words, tags, kinds and uploaders are the index's.
    private mutating func add(_ clause: SearchClause, now: Timestamp) {
        switch clause.term {
        case .words, .tag, .kind, .uploader: break
        case .size(let bound): compare("c.size", bound, clause)
        case .seeders(let bound): compare("c.seeders", bound, clause)
        case .age(let bound):
            // An age is a difference; compared so, no amount can overflow.
            add(
                clause.isNegated
                    ? "not (? - c.created_at \(bound.relation.rawValue) ?)"
                    : "? - c.created_at \(bound.relation.rawValue) ?", .time(now),
                .integer(bound.value))
        }
    }

    private mutating func compare(
        _ column: String, _ bound: SearchBound, _ clause: SearchClause
    ) {
        let condition = "\(column) \(bound.relation.rawValue) ?"
        add(clause.isNegated ? "not (\(condition))" : condition, .integer(bound.value))
    }
}
