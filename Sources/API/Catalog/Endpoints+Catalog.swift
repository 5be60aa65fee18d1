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
        .get, "/catalog/{id}", .permission(.catalogRead), on: .visibleEntries,
        "One entry, with its files and swarm")
    package static let publish = Endpoint<Nothing, PublishRequest, CatalogDetail>(
        .post, "/catalog", .permission(.catalogPublish), status: 201,
        refusals: [
            .conflict("already_published"),
            .invalid("title", "description", "tags", "min_role_weight", "torrent"),
        ],
        "Publish a torrent; staff approves it first, unless the caller needs no approval")
    package static let deleteEntry = Endpoint<Nothing, ReasonBody, Nothing>(
        .delete, "/catalog/{id}", .permission(.catalogDelete), on: .visibleEntries, status: 204,
        refusals: [.invalid("reason")],
        "Delete an entry, with a reason; no ledger row goes with it")
    package static let approve = Endpoint<Nothing, Nothing, CatalogDetail>(
        .post, "/catalog/{id}/approve", .permission(.uploadsApprove), on: .undecidedEntries,
        refusals: [.forbidden("own_upload"), .conflict("already_decided")], "Approve an upload")
    package static let reject = Endpoint<Nothing, ReasonBody, CatalogDetail>(
        .post, "/catalog/{id}/reject", .permission(.uploadsApprove), on: .undecidedEntries,
        refusals: [
            .forbidden("own_upload"), .conflict("already_decided"), .invalid("reason"),
        ],
        "Reject an upload, with a reason")
    package static let sendBack = Endpoint<Nothing, ReasonBody, CatalogDetail>(
        .post, "/catalog/{id}/send-back", .permission(.uploadsApprove), on: .undecidedEntries,
        refusals: [
            .forbidden("own_upload"), .conflict("already_decided"), .invalid("reason"),
        ],
        "Send an upload back to its uploader for changes, with a reason")
    package static let editEntry = Endpoint<Nothing, CatalogPatch, CatalogDetail>(
        .patch, "/catalog/{id}", .permission(.catalogRead), on: .editableEntries,
        refusals: [
            .forbidden("permission_missing", "not_below_you"),
            .conflict("entry_changed", "rejected_upload"),
            .invalid("title", "description", "tags", "min_role_weight"),
        ],
        "Change an entry; an upload that was sent back goes into the queue again")
    package static let terms = Endpoint<Nothing, Nothing, TermsBody>(
        .get, "/catalog/{id}/terms", .permission(.catalogRead), on: .visibleEntries,
        "What a byte of an entry counts for, now and in the periods that are planned")
    package static let changeTerms = Endpoint<Nothing, TermsChange, TermsBody>(
        .put, "/catalog/{id}/terms", .permission(.ratioAdjust), on: .visibleEntries,
        refusals: [.invalid("periods", "reason")],
        "Plan freeleech and multipliers for an entry, with a reason")
    package static let torrentFile = Endpoint<Nothing, Nothing, Nothing>(
        .get, "/catalog/{id}/torrent", .permission(.catalogRead), on: .visibleEntries,
        media: .torrent, "The .torrent, with the caller's announce URL and the private flag")

    package static let catalogGroup = EndpointGroup(
        "Catalog", "What the community shares. An entry above the caller's weight does not exist.",
        [
            catalog, catalogFacets, catalogSuggestions, catalogEntry, torrentFile, publish, approve,
            sendBack, reject, editEntry, terms, changeTerms, deleteEntry,
        ])
}
