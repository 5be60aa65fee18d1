package import API
package import Domain

/// The catalog as far as it was asked for, and what of it is being fetched.
package struct CatalogState: Equatable, Sendable {
    package static let pageSize = 60

    package var search = TextField()
    package var isSearching = false
    package var sort = CatalogSort.relevance

    package var items = CatalogPages()
    /// The weight of the most restricted entry seen so far: what a column is there for does not come
    /// and go with what a search finds.
    package var heaviest: RoleWeight?
    package var total: CatalogTotal?
    /// How many entries there are without any search.
    package var everything: CatalogTotal?
    /// What was probably meant, by the community's word, where nothing was found.
    package var didYouMean: String?
    package var suggestions = SuggestionsState()
    package var cursor = ListCursor()
    /// Whether page after page is fetched until the cursor stands on the last row of all.
    package var runsToEnd = false
    /// The row it stops at on the way.
    package var runsTo: Int?
    /// The newest question; an answer to any other comes too late and is dropped.
    package var awaited: CatalogQuery?
    /// The question that `items` answer.
    package var answered: CatalogQuery?
    package var failure: CommunityFailure?
    /// The list was kept from then, because nobody answers now.
    package var keptAt: Timestamp?

    /// Something in the community changed, so the list is asked for again, quietly.
    package var isStale = false
    package var askedAt = Moment(milliseconds: 0)
    /// Rows that changed a moment ago are brighter.
    package var changedAt: [CatalogID: Moment] = [:]

    /// Seeders and leechers of each, in steps of a minute: as often as ages are told anew.
    package var swarms = SwarmHistory<CatalogID>(step: 60_000)

    package var details: [CatalogID: CatalogDetail] = [:]
    package var awaitedDetail: CatalogID?
    package var detailFailure: CommunityFailure?
    /// In a narrow terminal the detail takes the list's place.
    package var isDetailOpen = false
    /// The detail beside the list has the keys.
    package var focusesDetail = false

    package var marks = Marks<CatalogID>()
    /// As they were when they were marked, for their pages may be forgotten.
    package var markedItems: [CatalogID: CatalogSummary] = [:]

    package var downloading: Set<CatalogID> = []
    /// What the torrents of entries are called here: a hybrid torrent has two info-hashes, and the
    /// catalog may name the other one.
    package var hashes: [CatalogID: InfoHash] = [:]
    package var downloadFailures: [CatalogID: CommunityFailure] = [:]
    /// The folded transfers below have the keys.
    package var focusesTransfers = false

    package init() {}

    package var current: CatalogSummary? { items[cursor.index] }

    /// What was probably meant by what still stands in the field.
    package var proposal: String? {
        items.isEmpty && answered?.q == search.text ? didYouMean : nil
    }

    package var query: CatalogQuery {
        CatalogQuery(q: search.text, sort: sort, page: PageQuery(limit: Self.pageSize))
    }
}
