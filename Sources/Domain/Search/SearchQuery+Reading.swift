extension SearchQuery {
    /// Longer queries are cut: nobody types them.
    private static let mostCharacters = 400
    private static let mostClauses = 16

    package init(_ text: String) {
        let tokens = SearchToken.tokens(of: String(text.prefix(Self.mostCharacters)))
        clauses = Array(tokens.flatMap(Self.clauses).prefix(Self.mostClauses))
    }

    private static func clauses(of token: SearchToken) -> [SearchClause] {
        if let term = filter(token) { return [SearchClause(term, isNegated: token.isNegated)] }
        var terms: [SearchTerm] = []
        let bare = SearchWords.of(token.bare)
        // `rev.C` is two words, and they stand side by side.
        if !bare.isEmpty { terms.append(.words(bare, endsOpen: token.isOpen && !token.isNegated)) }
        let quoted = SearchWords.of(token.quoted ?? "")
        if !quoted.isEmpty { terms.append(.words(quoted, endsOpen: false)) }
        return terms.map { SearchClause($0, isNegated: token.isNegated) }
    }

    /// `key:value` and `key>value`, where they can be read.
    private static func filter(_ token: SearchToken) -> SearchTerm? {
        if let colon = token.bare.firstIndex(of: ":") {
            let key = token.bare[..<colon].lowercased()
            let rest = String(token.bare[token.bare.index(after: colon)...])
            return named(key, value: OneLine.cleaned(token.quoted ?? rest).lowercased())
        }
        guard token.quoted == nil else { return nil }
        for relation in SearchBound.Relation.allCases {
            guard let range = token.bare.firstRange(of: relation.rawValue) else { continue }
            let key = token.bare[..<range.lowerBound].lowercased()
            return bounded(key, relation, String(token.bare[range.upperBound...]))
        }
        return nil
    }

    private static func named(_ key: String, value: String) -> SearchTerm? {
        guard !value.isEmpty else { return nil }
        return switch key {
        // As tags are stored.
        case "tag": .tag(value.split(separator: " ").joined(separator: "-"))
        case "type": FileKind(rawValue: value).map { .kind($0) }
        case "by": .uploader(value)
        default: nil
        }
    }

    private static func bounded(
        _ key: String, _ relation: SearchBound.Relation, _ value: String
    ) -> SearchTerm? {
        switch key {
        case "size": SearchAmount.bytes(value).map { .size(SearchBound(relation, $0)) }
        case "age": SearchAmount.seconds(value).map { .age(SearchBound(relation, $0)) }
        case "seeds", "seeders":
            Int64(value).flatMap { $0 < 0 ? nil : .seeders(SearchBound(relation, $0)) }
        default: nil
        }
    }
}

extension SearchQuery {
    /// `text` with words of it written otherwise; `words` are as `SearchWords` gives them.
    package static func rewriting(_ text: String, _ words: [String: String]) -> String {
        var rewritten = ""
        var position = text.startIndex
        for located in SearchWords.located(in: text) {
            guard let word = words[located.word] else { continue }
            rewritten += text[position..<located.range.lowerBound] + word
            position = located.range.upperBound
        }
        return rewritten + text[position...]
    }
}
