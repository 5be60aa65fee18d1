import Domain

/// A search as the full-text index is asked it.
///
/// Every clause that the index can narrow by is in it. Sizes are, as the lengths of their numbers,
/// which lets some too many through; `SearchFilter` compares them again.
struct IndexExpression {
    enum Part: Hashable {
        /// Side by side; `endsOpen`: the last is the beginning of a token.
        case phrase([String], endsOpen: Bool)
        /// One of them is enough; none of none.
        case any([String])
    }

    /// Where words have to stand.
    enum Place { case anywhere, title }

    private(set) var wanted: [Part] = []
    private(set) var unwanted: [Part] = []

    /// `uploaders` has the ids of the names in the query, of those that exist.
    init(_ query: SearchQuery, in place: Place, uploaders: [String: UserID]) {
        for clause in query.clauses {
            switch clause.term {
            case .words(let words, let endsOpen):
                // What must be absent must be absent everywhere.
                let isTitle = place == .title && !clause.isNegated
                add(
                    .phrase(
                        words.map(isTitle ? IndexToken.titleWord : IndexToken.word),
                        endsOpen: endsOpen), clause)
            case .tag(let tag): add(.any(IndexToken.tag(tag).map { [$0] } ?? []), clause)
            case .kind(let kind): add(.any([IndexToken.kind(kind)]), clause)
            case .uploader(let name):
                add(.any(uploaders[name].map { [IndexToken.uploader($0)] } ?? []), clause)
            case .size(let bound):
                let digits = Self.digits(bound, isNegated: clause.isNegated)
                if digits != 0...IndexToken.mostDigits {
                    wanted.append(.any(IndexToken.sizes(digits: digits)))
                }
            case .age, .seeders: break
            }
        }
        // An index cannot take away from nothing.
        if wanted.isEmpty { wanted = [.any([IndexToken.every])] }
    }

    private mutating func add(_ part: Part, _ clause: SearchClause) {
        if clause.isNegated { unwanted.append(part) } else { wanted.append(part) }
    }

    /// How long the binary numbers can be that keep to `bound`, or those that break it.
    private static func digits(_ bound: SearchBound, isNegated: Bool) -> ClosedRange<Int> {
        let all = 0...IndexToken.mostDigits
        let own = IndexToken.digits(bound.value)
        switch (bound.relation, isNegated) {
        case (.atLeast, false), (.more, false), (.atMost, true), (.less, true):
            return own...all.upperBound
        case (.atMost, false), (.less, false), (.atLeast, true), (.more, true):
            return all.lowerBound...own
        case (.equal, false): return own...own
        case (.equal, true): return all
        }
    }
}

extension IndexExpression {
    /// In the language of FTS5.
    var fts5: String {
        // A column filter or a bare word would be read as syntax; what is quoted is not.
        let unwanted = unwanted.compactMap { Self.fts5($0) }.map { " NOT \($0)" }.joined()
        let wanted = wanted.map { Self.fts5($0) ?? "\"n_none\"" }.joined(separator: " AND ")
        return "(\(wanted))" + unwanted
    }

    private static func fts5(_ part: Part) -> String? {
        switch part {
        case .phrase(let tokens, let endsOpen):
            "\"\(tokens.joined(separator: " "))\"" + (endsOpen ? "*" : "")
        case .any(let tokens):
            tokens.isEmpty
                ? nil : "(" + tokens.map { "\"\($0)\"" }.joined(separator: " OR ") + ")"
        }
    }

    /// In the language of MySQL's boolean mode.
    var boolean: String {
        (wanted.map(Self.boolean(wanted:)) + unwanted.compactMap(Self.boolean(unwanted:)))
            .joined(separator: " ")
    }

    private static func boolean(wanted part: Part) -> String {
        switch part {
        case .phrase(let tokens, let endsOpen):
            // A phrase cannot end open there; `mysqlPhrases` says that they stand side by side.
            if endsOpen {
                (tokens.dropLast().map { "+\($0)" } + tokens.suffix(1).map { "+\($0)*" })
                    .joined(separator: " ")
            } else {
                tokens.map { "+\($0)" }.joined(separator: " ")
            }
        case .any(let tokens):
            tokens.isEmpty ? "+n_none" : "+(" + tokens.joined(separator: " ") + ")"
        }
    }

    private static func boolean(unwanted part: Part) -> String? {
        switch part {
        case .phrase(let tokens, _): tokens.count == 1 ? "-\(tokens[0])" : nil
        case .any(let tokens): tokens.isEmpty ? nil : tokens.map { "-\($0)" }.joined(separator: " ")
        }
    }

    /// What boolean mode cannot be asked exactly: patterns for `like` over the words, each with
    /// whether it must match.
    var mysqlPhrases: [(pattern: String, isWanted: Bool)] {
        (wanted.map { ($0, true) } + unwanted.map { ($0, false) }).compactMap { part, isWanted in
            guard case .phrase(let tokens, let endsOpen) = part, tokens.count > 1 else {
                return nil
            }
            let text = tokens.joined(separator: " ").replacing("_", with: "!_")
            return ("% \(text)\(endsOpen ? "" : " ")%", isWanted)
        }
    }
}
