import API
import Domain

extension AppState {
    /// What is suggested now and has room.
    package var suggestions: [SuggestionsState.Choice] { SuggestionsLayout(self).choices }

    /// Asks with every letter of a word that says enough; what is shown stays until the answer
    /// comes, as far as it still fits.
    mutating func askSuggestions() -> [Effect] {
        guard let word = catalog.suggestibleWord else { return forgetSuggestions() }
        catalog.suggestions.cursor = nil
        guard !catalog.suggestions.isDismissed else { return [] }
        let query = SuggestionsQuery(q: catalog.search.text, limit: SuggestionsState.most)
        catalog.suggestions.awaited = query
        catalog.suggestions.choices.removeAll { choice in
            if case .tag(let tag) = choice { !tag.hasPrefix(word) } else { false }
        }
        return [.fetchSuggestions(query)]
    }

    mutating func suggestionsFound(
        _ query: SuggestionsQuery, _ outcome: Outcome<CatalogSuggestions>
    ) -> [Effect] {
        guard query == catalog.suggestions.awaited else { return [] }
        catalog.suggestions.awaited = nil
        switch outcome {
        case .failure(let failure):
            catalog.suggestions.choices = []
            catalog.suggestions.cursor = nil
            return bear(failure)
        case .success(let found):
            // Whoever has moved into the list stays on their choice, or goes back to the field.
            let chosen = chosenSuggestion
            let tags = found.tags.prefix(SuggestionsState.most)
                .filter { !SearchPieces.holds(query.q, "tag:\($0)") }
            catalog.suggestions.choices =
                tags.map { .tag($0) }
                + found.titles.prefix(SuggestionsState.most).map { .title($0.title) }
            catalog.suggestions.cursor = chosen.flatMap { suggestions.firstIndex(of: $0) }
            return []
        }
    }

    /// Nothing is suggested any more, and nothing is asked.
    mutating func forgetSuggestions() -> [Effect] {
        let wasAsking = catalog.suggestions.awaited != nil
        catalog.suggestions = SuggestionsState()
        return wasAsking ? [.cancel(.suggestions)] : []
    }

    mutating func closeSuggestions() -> [Effect] {
        let effects = forgetSuggestions()
        catalog.suggestions.isDismissed = true
        return effects
    }

    // MARK: moving and taking

    var chosenSuggestion: SuggestionsState.Choice? {
        let shown = suggestions
        return catalog.suggestions.cursor.flatMap { shown.indices.contains($0) ? shown[$0] : nil }
    }

    /// Up from the first goes back to the field.
    mutating func stepSuggestion(_ step: Int) -> [Effect] {
        let next = (catalog.suggestions.cursor ?? -1) + step
        catalog.suggestions.cursor = next < 0 ? nil : min(next, suggestions.count - 1)
        return []
    }

    /// A tag takes the place of the word, and one types on; a title takes the place of all words,
    /// and its entry has the keys.
    mutating func takeSuggestion() -> [Effect] {
        guard let choice = chosenSuggestion else { return [] }
        let text = catalog.search.text
        var effects = forgetSuggestions()
        switch choice {
        case .tag(let tag):
            guard let word = SearchPieces.open(in: text) else { return effects }
            catalog.search = TextField(text[..<word.lowerBound] + "tag:\(tag) ")
        case .title(let title):
            let filters = SearchPieces.of(text).filter { !SearchQuery($0).isWords }
            let phrase = "\"\(title.filter { $0 != "\"" })\""
            catalog.search = TextField((filters + [phrase]).joined(separator: " "))
            catalog.isSearching = false
        }
        effects += askCatalog()
        return effects
    }

    /// A window that became smaller has room for fewer.
    mutating func settleSuggestions() {
        guard let cursor = catalog.suggestions.cursor else { return }
        let count = suggestions.count
        catalog.suggestions.cursor = count == 0 ? nil : min(cursor, count - 1)
    }
}

extension SuggestionsState.Choice {
    var isTag: Bool { if case .tag = self { true } else { false } }
}

extension CatalogState {
    /// The word that is being typed, small, without `tag:`; `nil` where it says too little or is
    /// something else.
    fileprivate var suggestibleWord: String? {
        guard search.caret == search.text.count, let range = SearchPieces.open(in: search.text)
        else { return nil }
        let piece = search.text[range].lowercased()
        let word = piece.hasPrefix("tag:") ? String(piece.dropFirst(4)) : piece
        // Whoever opened a quote types a phrase.
        let isInQuotes = !search.text.count(where: { $0 == "\"" }).isMultiple(of: 2)
        guard !isInQuotes, !word.hasPrefix("-"), !word.contains(where: ":<>=\"".contains),
            word.count(where: { $0.isLetter || $0.isNumber }) >= SuggestionsState.fewestLetters
        else { return nil }
        return word
    }
}

extension SearchQuery {
    /// Whether it is nothing but words that must be there.
    var isWords: Bool {
        clauses.allSatisfy { clause in
            if case .words = clause.term { !clause.isNegated } else { false }
        }
    }
}
