/// A search as a person typed it, read once.
///
/// Any text is a query: what cannot be read as syntax is searched as words.
///
/// - `word word`: all must be there; the last is a beginning while nothing follows it.
/// - `"exact phrase"`, `-not`, `-"not this"`
/// - `tag:x`, `type:video`, `by:ana`, with quotes where a value has spaces
/// - `size>1G`, `age<7d`, `seeds>0`, with `<`, `<=`, `>`, `>=` or `=`
package struct SearchQuery: Hashable, Sendable {
    /// All must hold.
    package let clauses: [SearchClause]

    package init(clauses: [SearchClause]) { self.clauses = clauses }

    package var isEmpty: Bool { clauses.isEmpty }
}

/// One condition of a search.
package struct SearchClause: Hashable, Sendable {
    package let term: SearchTerm
    package let isNegated: Bool

    package init(_ term: SearchTerm, isNegated: Bool = false) {
        self.term = term
        self.isNegated = isNegated
    }
}

package enum SearchTerm: Hashable, Sendable {
    /// These words side by side, in title, description or tags, as `SearchWords` gives them.
    /// `endsOpen`: the last is the beginning of a word.
    case words([String], endsOpen: Bool)
    case tag(String)
    case kind(FileKind)
    /// Published by the user of this name.
    case uploader(String)
    /// In bytes.
    case size(SearchBound)
    /// In seconds since it was published.
    case age(SearchBound)
    case seeders(SearchBound)
}

package struct SearchBound: Hashable, Sendable {
    package enum Relation: String, CaseIterable, Sendable {
        case atMost = "<="
        case atLeast = ">="
        case less = "<"
        case more = ">"
        case equal = "="
    }

    package let relation: Relation
    package let value: Int64

    package init(_ relation: Relation, _ value: Int64) {
        self.relation = relation
        self.value = value
    }
}
