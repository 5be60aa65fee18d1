/// Where a search hits a text: for marking it in titles and excerpts.
package enum SearchHits {
    /// In order, never overlapping. What is searched by its absence hits nothing.
    package static func ranges(of query: SearchQuery, in text: String) -> [Range<String.Index>] {
        let words = SearchWords.located(in: text)
        var isHit = [Bool](repeating: false, count: words.count)
        for clause in query.clauses where !clause.isNegated {
            guard case .words(let wanted, let endsOpen) = clause.term else { continue }
            mark(wanted, endsOpen: endsOpen, in: words, &isHit)
        }
        return zip(words, isHit).filter(\.1).map(\.0.range)
    }

    /// Whether everything that `query` searches as words stands in `text`.
    package static func holds(_ query: SearchQuery, in text: String) -> Bool {
        let words = SearchWords.located(in: text)
        return query.clauses.allSatisfy { clause in
            guard !clause.isNegated, case .words(let wanted, let endsOpen) = clause.term else {
                return true
            }
            return !places(of: wanted, endsOpen: endsOpen, in: words).isEmpty
        }
    }

    private static func mark(
        _ wanted: [String], endsOpen: Bool, in words: [LocatedWord], _ isHit: inout [Bool]
    ) {
        for start in places(of: wanted, endsOpen: endsOpen, in: words) {
            for offset in wanted.indices { isHit[start + offset] = true }
        }
    }

    /// Where `wanted` begins to stand side by side.
    private static func places(
        of wanted: [String], endsOpen: Bool, in words: [LocatedWord]
    ) -> [Int] {
        guard !wanted.isEmpty, wanted.count <= words.count else { return [] }
        return (0...(words.count - wanted.count)).filter { start in
            wanted.indices.allSatisfy { offset in
                let word = words[start + offset].word
                return endsOpen && offset == wanted.count - 1
                    ? word.hasPrefix(wanted[offset]) : word == wanted[offset]
            }
        }
    }
}
