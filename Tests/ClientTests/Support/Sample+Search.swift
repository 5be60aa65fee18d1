import API
import Client
import Domain

/// What a search helps with: counts, suggestions, excerpts.
extension Sample {
    static let facets = CatalogFacets(
        types: [
            .init(value: "pdf", count: 412, term: "type:pdf"),
            .init(value: "video", count: 388, term: "type:video"),
            .init(value: "archive", count: 12, term: "type:archive"),
        ],
        tags: [
            .init(value: "segurança", count: 530, term: "tag:segurança"),
            .init(value: "anual", count: 61, term: "tag:anual"),
            .init(value: "ar-livre", count: 7, term: "tag:ar-livre"),
        ],
        sizes: SizeRange.allCases.map { .init(value: $0.rawValue, count: 250, term: $0.term) },
        ages: AgeRange.allCases.enumerated().map { index, range in
            .init(value: range.rawValue, count: 90 * (index + 1), term: range.term)
        },
        total: 1000, totalIsCapped: true)

    static let suggestions = CatalogSuggestions(
        tags: ["segurança", "segredo"],
        titles: entries.prefix(3).map { .init(id: $0.id, title: $0.title) })

    /// The first entries, as a search for *segur* finds them.
    static let hits: [CatalogSummary] = entries.prefix(4).map { entry in
        CatalogSummary(
            id: entry.id, title: entry.title, kind: entry.kind, size: entry.size,
            fileCount: entry.fileCount, tags: entry.tags, uploader: entry.uploader,
            minRoleWeight: entry.minRoleWeight, status: entry.status, infoHash: entry.infoHash,
            createdAt: entry.createdAt, seeders: entry.seeders, leechers: entry.leechers,
            completed: entry.completed,
            snippet: [
                TextRun("…medidas de "), TextRun("segurança", hit: true),
                TextRun(" em cada unidade, com recomendações para 2027"),
            ])
    }

    /// Somebody types *segur*, and the community has answered.
    static func typing(
        _ text: String = "segur", language: Language = .english, width: Int = 120, height: Int = 36
    ) -> Stage {
        var stage = catalog(language: language, width: width, height: height)
        stage.press("/")
        stage.type(text)
        stage.answerCatalog(page(hits))
        stage.answerSuggestions()
        stage.settle()
        return stage
    }
}

extension Stage {
    mutating func answerSuggestions(_ found: CatalogSuggestions = Sample.suggestions) {
        guard let query = state.catalog.suggestions.awaited else { return }
        send(.suggestionsFound(query, .success(found)))
    }

    mutating func answerFacets(_ found: CatalogFacets = Sample.facets) {
        guard case .facets(let facets) = state.overlays.last, let query = facets.awaited else {
            return
        }
        send(.facetsCounted(query, .success(found)))
    }

    var searched: [String] {
        effects.compactMap { if case .searchCatalog(let query) = $0 { query.q } else { nil } }
    }
}
