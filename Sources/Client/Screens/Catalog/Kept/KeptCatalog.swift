package import API
package import Domain

/// What of a community's catalog was seen from here, for the time when nobody answers.
///
/// 1. So many entries and details at most; those seen longest ago leave first.
/// 2. Nothing is shown that the account's role, as it was last known, may not see.
package struct KeptCatalog: Codable, Equatable, Sendable {
    package static let mostEntries = 1000
    package static let mostDetails = 100

    /// The account, as the community last described it.
    package private(set) var me: MeReply
    /// Those seen last come last.
    private var entries: [CatalogSummary] = []
    private var details: [CatalogDetail] = []
    private var keptAt = Timestamp(seconds: 0)

    package init(me: MeReply) { self.me = me }

    package var isEmpty: Bool { entries.isEmpty }

    package mutating func take(_ me: MeReply) {
        self.me = me
        entries = entries.filter(isVisible)
        details = details.filter { isVisible($0.summary) }
    }

    package mutating func take(
        _ page: CatalogPage, answering query: CatalogQuery, at now: Timestamp
    ) {
        forgetGone(page, answering: query)
        let seen = Set(page.items.map(\.id))
        entries.removeAll { seen.contains($0.id) }
        entries += page.items
        entries.removeFirst(max(0, entries.count - Self.mostEntries))
        keptAt = now
    }

    package mutating func take(_ detail: CatalogDetail) {
        details.removeAll { $0.summary.id == detail.summary.id }
        details.append(detail)
        details.removeFirst(max(0, details.count - Self.mostDetails))
    }

    /// What was deleted, or is not for the caller's eyes any more.
    package mutating func forget(_ id: CatalogID) {
        entries.removeAll { $0.id == id }
        details.removeAll { $0.summary.id == id }
    }

    /// All kept entries that a search finds.
    package func page(answering query: CatalogQuery, at now: Timestamp) -> KeptPage {
        let search = SearchQuery(query.q)
        let visible = entries.filter(isVisible)
        let found = visible.filter { entry in
            KeptSearch.holds(
                search, of: entry, description: detail(entry.id)?.description ?? "", at: now)
        }
        return KeptPage(
            items: found.sorted(by: query.sort), everything: visible.count, keptAt: keptAt)
    }

    package func detail(_ id: CatalogID) -> CatalogDetail? {
        details.first { $0.summary.id == id && isVisible($0.summary) }
    }

    private func isVisible(_ entry: CatalogSummary) -> Bool {
        entry.minRoleWeight <= me.role.weight || entry.uploader == me.username
    }

    /// The newest of all were asked for: what is not among them and is not older is gone.
    private mutating func forgetGone(_ page: CatalogPage, answering query: CatalogQuery) {
        guard query.q.isEmpty, query.page.cursor == nil,
            query.sort == .newest || query.sort == .relevance
        else { return }
        let oldest = page.nextCursor == nil ? nil : page.items.map(\.createdAt).min()
        let seen = Set(page.items.map(\.id))
        let gone = entries.filter { entry in
            !seen.contains(entry.id) && oldest.map { entry.createdAt > $0 } ?? true
        }
        for entry in gone { forget(entry.id) }
    }
}

/// Entries that were kept, as an answer.
package struct KeptPage: Equatable, Sendable {
    package let items: [CatalogSummary]
    /// How many are kept at all.
    package let everything: Int
    /// When the community last showed any.
    package let keptAt: Timestamp

    package init(items: [CatalogSummary], everything: Int, keptAt: Timestamp) {
        self.items = items
        self.everything = everything
        self.keptAt = keptAt
    }
}

extension [CatalogSummary] {
    /// Nobody ranks here: the most relevant is the newest.
    fileprivate func sorted(by sort: CatalogSort) -> [CatalogSummary] {
        sorted { first, second in
            let isBefore: (a: Int64, b: Int64) =
                switch sort {
                case .relevance, .newest: (first.createdAt.seconds, second.createdAt.seconds)
                case .seeders: (Int64(first.seeders), Int64(second.seeders))
                case .size: (Int64(clamping: first.size.bytes), Int64(clamping: second.size.bytes))
                }
            return (isBefore.a, first.id.rawValue) > (isBefore.b, second.id.rawValue)
        }
    }
}
