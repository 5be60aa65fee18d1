import API
import Cells
import Domain

extension AppState {
    /// Whether the catalog is being narrowed.
    var isNarrowing: Bool { if case .facets = overlays.last { true } else { false } }

    mutating func openFacets() -> [Effect] {
        catalog.isDetailOpen = false
        overlays.append(.facets(FacetsState()))
        return askFacets()
    }

    /// How the search as it stands divides; nothing where nobody looks.
    mutating func askFacets() -> [Effect] {
        guard case .facets(var facets) = overlays.last else { return [] }
        let query = FacetsQuery(q: catalog.search.text)
        facets.awaited = query
        overlays[overlays.count - 1] = .facets(facets)
        return [.fetchFacets(query)]
    }

    mutating func facetsCounted(
        _ query: FacetsQuery, _ outcome: Outcome<CatalogFacets>
    ) -> [Effect] {
        guard case .facets(var facets) = overlays.last, facets.awaited == query else { return [] }
        facets.awaited = nil
        switch outcome {
        case .failure(let failure):
            facets.failure = failure
            overlays[overlays.count - 1] = .facets(facets)
            return bear(failure)
        case .success(let found):
            let term = chosenFacet(facets)?.bucket.term
            facets.found = found
            facets.failure = nil
            // The cursor stays on what it was on, wherever that stands now.
            if let row = facetChoices(facets).firstIndex(where: { $0.bucket.term == term }) {
                facets.cursor.index = row
            }
            overlays[overlays.count - 1] = .facets(facets)
            return []
        }
    }

    func chosenFacet(_ facets: FacetsState) -> FacetChoice? {
        let choices = facetChoices(facets)
        return choices.indices.contains(facets.cursor.index) ? choices[facets.cursor.index] : nil
    }

    mutating func performInFacets(_ action: Action, _ facets: FacetsState) -> [Effect] {
        switch action {
        case .dismiss:
            overlays.removeLast()
            return facets.awaited == nil ? [] : [.cancel(.facets)]
        case .activate: return toggle(chosenFacet(facets))
        case .nextSection: return stepGroup(1, facets)
        case .previousSection: return stepGroup(-1, facets)
        default:
            guard let motion = motion(of: action) else { return [] }
            var facets = facets
            facets.cursor.move(
                motion, count: facetChoices(facets).count,
                height: FacetsLayout(self, facets).pageHeight)
            overlays[overlays.count - 1] = .facets(facets)
            return []
        }
    }

    /// Into the search, or out of it again. The counts follow once the search is answered.
    private mutating func toggle(_ choice: FacetChoice?) -> [Effect] {
        guard let choice else { return [] }
        var text = catalog.search.text
        if choice.isChosen {
            text = SearchPieces.removing(choice.bucket.term, from: text)
        } else {
            for rival in choice.group.rivals where SearchPieces.holds(text, rival) {
                text = SearchPieces.removing(rival, from: text)
            }
            text = SearchPieces.adding(choice.bucket.term, to: text)
        }
        catalog.search = TextField(text)
        return askCatalog()
    }

    /// To the first of the next group, round and round.
    private mutating func stepGroup(_ step: Int, _ facets: FacetsState) -> [Effect] {
        let choices = facetChoices(facets)
        let groups = FacetGroup.allCases.filter { group in
            choices.contains { $0.group == group }
        }
        guard let current = chosenFacet(facets)?.group, let place = groups.firstIndex(of: current)
        else { return [] }
        let next = groups[(place + step + groups.count) % groups.count]
        var facets = facets
        facets.cursor.index = choices.firstIndex { $0.group == next } ?? 0
        overlays[overlays.count - 1] = .facets(facets)
        return []
    }
}
