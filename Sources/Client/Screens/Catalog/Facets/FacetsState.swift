package import API

/// The counts that a search is narrowed by, over the catalog.
package struct FacetsState: Equatable, Sendable {
    package var cursor = ListCursor()
    /// The newest question; an answer to any other comes too late and is dropped.
    package var awaited: FacetsQuery?
    package var found: CatalogFacets?
    package var failure: CommunityFailure?

    package init() {}
}
