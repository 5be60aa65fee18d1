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

    private static func mark(
        _ wanted: [String], endsOpen: Bool, in words: [LocatedWord], _ isHit: inout [Bool]
    ) {
        guard !wanted.isEmpty, wanted.count <= words.count else { return }
        for start in 0...(words.count - wanted.count) {
            let isHere = wanted.indices.allSatisfy { offset in
                let word = words[start + offset].word
                return endsOpen && offset == wanted.count - 1
                    ? word.hasPrefix(wanted[offset]) : word == wanted[offset]
            }
            if isHere { for offset in wanted.indices { isHit[start + offset] = true } }
        }
    }
}
