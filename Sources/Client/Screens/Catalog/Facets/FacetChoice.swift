package import API
import Domain

/// What a search can be narrowed by.
package enum FacetGroup: CaseIterable, Hashable, Sendable {
    case type, tag, size, age

    /// What cannot hold together: one of these takes the place of another. Tags add up.
    var rivals: [String] {
        switch self {
        case .type: FileKind.allCases.map { "type:\($0.rawValue)" }
        case .size: SizeRange.allCases.map(\.term)
        case .age: AgeRange.allCases.map(\.term)
        case .tag: []
        }
    }

    func buckets(of facets: CatalogFacets) -> [CatalogFacets.Bucket] {
        switch self {
        case .type: facets.types
        case .tag: Array(facets.tags.prefix(8))
        case .size: facets.sizes
        case .age: facets.ages
        }
    }

    /// As buckets, for what is in the search and was not counted: it can still be taken out.
    func chosen(in text: String) -> [CatalogFacets.Bucket] {
        func empty(_ value: String, _ term: String) -> CatalogFacets.Bucket? {
            guard SearchPieces.holds(text, term) else { return nil }
            return CatalogFacets.Bucket(value: value, count: 0, term: term)
        }
        return switch self {
        case .type:
            FileKind.allCases.compactMap { empty($0.rawValue, "type:\($0.rawValue)") }
        case .size: SizeRange.allCases.compactMap { empty($0.rawValue, $0.term) }
        case .age: AgeRange.allCases.compactMap { empty($0.rawValue, $0.term) }
        case .tag:
            SearchPieces.of(text).map { $0.lowercased() }.filter { $0.hasPrefix("tag:") }
                .map { CatalogFacets.Bucket(value: String($0.dropFirst(4)), count: 0, term: $0) }
        }
    }
}

/// One line to narrow a search by.
package struct FacetChoice: Equatable, Sendable {
    package let group: FacetGroup
    package let bucket: CatalogFacets.Bucket
    /// It is in the search already.
    package let isChosen: Bool
}

extension AppState {
    /// All there are, group by group. While the counts are awaited, those of the last search.
    package func facetChoices(_ facets: FacetsState) -> [FacetChoice] {
        guard let found = facets.found else { return [] }
        let text = catalog.search.text
        return FacetGroup.allCases.flatMap { group -> [FacetChoice] in
            var buckets = group.buckets(of: found)
            let known = Set(buckets.map { $0.term.lowercased() })
            buckets += group.chosen(in: text).filter { !known.contains($0.term) }
            return buckets.map { bucket in
                FacetChoice(
                    group: group, bucket: bucket,
                    isChosen: SearchPieces.holds(text, bucket.term))
            }
        }
    }
}
