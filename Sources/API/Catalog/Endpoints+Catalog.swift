import Domain

extension Endpoints {
    package static let catalog = Endpoint<CatalogQuery, Nothing, CatalogPage>(
        .get, "/catalog", .permission(.catalogRead),
        "Search the catalog, as far as the caller's role sees it")
    package static let catalogFacets = Endpoint<FacetsQuery, Nothing, CatalogFacets>(
        .get, "/catalog/facets", .permission(.catalogRead),
        "What a search finds, counted by type, tag, size and age")
    package static let catalogSuggestions = Endpoint<SuggestionsQuery, Nothing, CatalogSuggestions>(
        .get, "/catalog/suggestions", .permission(.catalogRead),
        "Tags and titles for somebody who is typing a search")
    package static let catalogEntry = Endpoint<Nothing, Nothing, CatalogDetail>(
        .get, "/catalog/{id}", .permission(.catalogRead), "One entry, with its files and swarm")
    package static let publish = Endpoint<Nothing, PublishRequest, CatalogDetail>(
        .post, "/catalog", .permission(.catalogPublish), status: 201,
        "Publish a torrent; staff approves it first, unless the caller needs no approval")
    package static let deleteEntry = Endpoint<Nothing, ReasonBody, Nothing>(
        .delete, "/catalog/{id}", .permission(.catalogDelete), status: 204,
        "Delete an entry, with a reason; no ledger row goes with it")
    package static let approve = Endpoint<Nothing, Nothing, CatalogDetail>(
        .post, "/catalog/{id}/approve", .permission(.uploadsApprove), "Approve an upload")
    package static let reject = Endpoint<Nothing, ReasonBody, CatalogDetail>(
        .post, "/catalog/{id}/reject", .permission(.uploadsApprove),
        "Reject an upload, with a reason")
    /// Answers `application/x-bittorrent`, not JSON.
    package static let torrentFile = Endpoint<Nothing, Nothing, Nothing>(
        .get, "/catalog/{id}/torrent", .permission(.catalogRead),
        "The .torrent, with the caller's announce URL and the private flag")
}
