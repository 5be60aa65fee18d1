import Domain

/// “Did you mean”: what a search that found nothing was probably meant to be.
///
/// Nothing is proposed that would find nothing: each proposal is tried with the viewer's own
/// weight, so no word of an entry that they may not see is ever told.
struct Spelling {
    private static let mostWords = 6
    private static let mostTried = 5

    let store: any CatalogStore

    /// `text` is what `search` was read from.
    func correction(of search: CatalogSearch, text: String) async throws -> String? {
        var corrections: [String: String] = [:]
        for clause in words(search.query).prefix(Self.mostWords) {
            guard try await !finds([clause], search) else { continue }
            guard case .words(let words, _) = clause.term else { continue }
            for word in words where corrections[word] == nil {
                corrections[word] = try await correction(of: word, search)
            }
        }
        guard !corrections.isEmpty else { return nil }
        let corrected = SearchQuery.rewriting(text, corrections)
        let query = SearchQuery(corrected)
        return try await finds(query.clauses, search) ? corrected : nil
    }

    private func words(_ query: SearchQuery) -> [SearchClause] {
        query.clauses.filter { clause in
            if case .words = clause.term { !clause.isNegated } else { false }
        }
    }

    private func correction(of word: String, _ search: CatalogSearch) async throws -> String? {
        let limit = word.unicodeScalars.count < 6 ? 1 : 2
        let near = try await store.wordsNear(word, limit: 40)
        let ranked = near.enumerated().compactMap { place, candidate in
            EditDistance.between(word, candidate, limit: limit).map { ($0, place, candidate) }
        }.filter { $0.0 > 0 }.sorted { ($0.0, $0.1) < ($1.0, $1.1) }
        for (_, _, candidate) in ranked.prefix(Self.mostTried) {
            let clause = SearchClause(.words([candidate], endsOpen: false))
            if try await finds([clause], search) { return candidate }
        }
        return nil
    }

    private func finds(_ clauses: [SearchClause], _ search: CatalogSearch) async throws -> Bool {
        var probe = search
        probe.query = SearchQuery(clauses: clauses)
        return try await store.findsAny(probe)
    }
}
