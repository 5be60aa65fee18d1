package import API
import Cells
package import Domain

extension AppState {
    private static let rememberedDetails = 200
    /// How many rows before the end the next page is asked for.
    private static let lookahead = 20

    /// A new question; what is shown stays until its answer comes.
    mutating func askCatalog() -> [Effect] {
        guard session?.may(.catalogRead) == true else { return [] }
        let query = catalog.query
        catalog.awaited = query
        catalog.runsToEnd = false
        catalog.isStale = false
        catalog.askedAt = now
        return [.searchCatalog(query)]
    }

    /// The same question again, for as much as is shown, so that nothing jumps.
    mutating func refreshCatalog() -> [Effect] {
        let most = PageQuery.limits.upperBound
        guard catalog.awaited == nil, catalog.cursor.index < most else { return [] }
        let effects = askCatalog()
        guard var query = catalog.awaited else { return effects }
        query.page.limit = min(max(catalog.items.count, CatalogState.pageSize), most)
        catalog.awaited = query
        return [.searchCatalog(query)]
    }

    mutating func catalogFound(
        _ query: CatalogQuery, _ outcome: Outcome<CatalogPage>
    ) -> [Effect] {
        guard query == catalog.awaited else { return [] }
        catalog.awaited = nil
        switch outcome {
        case .failure(let failure):
            catalog.failure = failure
            return bear(failure)
        case .success(let page):
            catalog.failure = nil
            catalog.keptAt = nil
            catalog.total =
                page.total.map { CatalogTotal($0, isCapped: page.totalIsCapped) } ?? catalog.total
            if query.q.isEmpty { catalog.everything = catalog.total }
            nameTransfers(from: page.items)
            for item in page.items {
                catalog.swarms.note(item.id, size: item.seeders + item.leechers, at: now)
            }
            if let heaviest = page.items.map(\.minRoleWeight).max() {
                catalog.heaviest = max(catalog.heaviest ?? heaviest, heaviest)
            }
            if query.page.cursor != nil {
                turnCatalog(to: page, answering: query)
                return []
            }
            catalog.didYouMean = page.didYouMean
            replaceCatalog(with: page, answering: query)
            return askFacets()
        }
    }

    /// What was seen of the catalog before, until the answer comes. What stands there by the
    /// community's own word is better than that.
    mutating func catalogRecalled(_ query: CatalogQuery, _ kept: KeptPage) -> [Effect] {
        guard query == catalog.awaited, catalog.keptAt != nil || !isAnswered(query) else {
            return []
        }
        catalog.keptAt = kept.keptAt
        catalog.total = CatalogTotal(kept.items.count)
        catalog.everything = CatalogTotal(kept.everything)
        catalog.didYouMean = nil
        nameTransfers(from: kept.items)
        replaceCatalog(with: CatalogPage(items: kept.items), answering: query)
        return []
    }

    private func isAnswered(_ query: CatalogQuery) -> Bool {
        catalog.answered.map { $0.q == query.q && $0.sort == query.sort } ?? false
    }

    /// Titles from the catalog for transfers that came back from an earlier run.
    mutating func nameTransfers(from items: [CatalogSummary]) {
        guard !transfers.nameless.isEmpty else { return }
        for item in items where transfers.nameless.remove(item.infoHash) != nil {
            transfers.titles[item.infoHash] = item.title
        }
    }

    /// The next page, or one that was forgotten; the cursor stays on its row.
    private mutating func turnCatalog(to page: CatalogPage, answering query: CatalogQuery) {
        let moved = catalog.items.take(page.items, for: query.page, next: page.nextCursor)
        if catalog.cursor.index >= moved.from {
            catalog.cursor.index += moved.by
            catalog.cursor.first += moved.by
        }
        if catalog.runsToEnd {
            let last = max(0, catalog.items.count - 1)
            catalog.cursor.index = min(catalog.runsTo ?? last, last)
            catalog.runsToEnd =
                catalog.items.next != nil && catalog.runsTo.map { $0 > last } ?? true
        }
        catalog.items.forget(farFrom: catalog.cursor.index)
    }

    private mutating func replaceCatalog(
        with page: CatalogPage, answering query: CatalogQuery
    ) {
        let items = page.items
        if isAnswered(query) {
            let before = Dictionary(
                catalog.items.loaded.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
            for item in items where before[item.id].map({ $0 != item }) ?? true {
                catalog.changedAt[item.id] = now
                if let old = before[item.id], !old.saysTheSame(as: item) {
                    catalog.details[item.id] = nil
                }
            }
            let current = catalog.current?.id
            if let row = items.firstIndex(where: { $0.id == current }) {
                catalog.cursor.index = row
            }
        } else {
            catalog.cursor = ListCursor()
        }
        catalog.items.begin(with: items, for: query.page, next: page.nextCursor)
        catalog.answered = query
    }

    /// What the cursor asks for: the next page when it nears the end, the detail of its row.
    mutating func followCatalog() -> [Effect] {
        guard session != nil else { return [] }
        var effects: [Effect] = []
        if catalog.awaited == nil, catalog.failure == nil, let page = wantedPage {
            var query = catalog.query
            query.page = page
            catalog.awaited = query
            effects.append(.searchCatalog(query))
        }
        return effects + (catalog.runsToEnd ? [] : followDetail())
    }

    /// What is on the screen and was forgotten comes before what is not here yet.
    private var wantedPage: PageQuery? {
        let count = catalog.items.count
        let visible = catalog.cursor.window(
            count: count, height: CatalogLayout(self).list.height
        ).visible
        let near =
            max(
                0, visible.lowerBound - Self.lookahead)..<min(
                count, visible.upperBound + Self.lookahead)
        if let page = catalog.items.missing(in: near) { return page }
        guard let next = catalog.items.next,
            catalog.runsToEnd || catalog.cursor.index >= count - Self.lookahead
        else { return nil }
        // On the way to the end nobody reads: larger pages get there sooner.
        let limit = catalog.runsToEnd ? PageQuery.limits.upperBound : CatalogState.pageSize
        return PageQuery(limit: limit, cursor: next)
    }

    private mutating func followDetail() -> [Effect] {
        guard let wanted = wantedDetail, catalog.details[wanted] == nil,
            catalog.awaitedDetail != wanted
        else { return [] }
        catalog.awaitedDetail = wanted
        catalog.detailFailure = nil
        return [.fetchDetail(wanted)]
    }

    /// The entry whose detail is on the screen.
    private var wantedDetail: CatalogID? {
        switch tab {
        case .catalog: CatalogLayout(self).detail == nil ? nil : catalog.current?.id
        case .admin where admin.section == .approvals: admin.approvals.current?.id
        case .transfers, .ratio, .admin, .activity: nil
        }
    }

    mutating func detailFetched(
        _ id: CatalogID, _ outcome: Outcome<CatalogDetail>
    ) -> [Effect] {
        // What failed is asked for again only when the cursor comes back to it.
        switch outcome {
        case .failure(let failure):
            if catalog.awaitedDetail == id { catalog.detailFailure = failure }
            return bear(failure)
        case .success(let detail):
            if catalog.awaitedDetail == id { catalog.awaitedDetail = nil }
            if catalog.details.count >= Self.rememberedDetails { catalog.details = [:] }
            catalog.details[id] = detail
            return []
        }
    }

    // MARK: searching and sorting

    mutating func startSearch() -> [Effect] {
        catalog.isDetailOpen = false
        catalog.focusesDetail = false
        catalog.isSearching = true
        return forgetSuggestions()
    }

    mutating func clearSearch() -> [Effect] {
        if tab == .admin, admin.section == .audit { return clearAuditSearch() }
        if tab == .admin {
            admin.users.isSearching = false
            guard !admin.users.search.isEmpty else { return [] }
            admin.users.search = TextField()
            return askUsers()
        }
        catalog.isSearching = false
        let effects = forgetSuggestions()
        guard !catalog.search.isEmpty else { return effects }
        lastSearch = catalog.search.text
        catalog.search = TextField()
        return effects + askCatalog()
    }

    mutating func takeProposal() -> [Effect] {
        guard let proposal = catalog.proposal else { return [] }
        catalog.search = TextField(proposal)
        return forgetSuggestions() + askCatalog()
    }

    mutating func changeSort() -> [Effect] {
        let all = CatalogSort.allCases
        let index = all.firstIndex(of: catalog.sort) ?? 0
        remember(.undoSort, .sort(catalog.sort))
        catalog.sort = all[(index + 1) % all.count]
        return askCatalog()
    }

    // MARK: fetching

    /// What of an entry is on this machine.
    package func transfer(of item: CatalogSummary) -> Transfer? {
        transfers[item.infoHash] ?? catalog.hashes[item.id].flatMap { transfers[$0] }
    }

    mutating func download() -> [Effect] {
        guard let item = catalog.current else { return [] }
        if let transfer = transfer(of: item),
            let row = transfers.list.row(of: transfer.id)
        {
            transfers.cursor.index = row
            return open(.transfers)
        }
        guard catalog.downloading.insert(item.id).inserted else { return [] }
        catalog.downloadFailures[item.id] = nil
        transfers.titles[item.infoHash] = item.title
        note(.downloadBegins(item.title))
        return [.download(item.id, title: item.title)]
    }

    mutating func downloadStarted(
        _ id: CatalogID, _ outcome: Outcome<InfoHash>
    ) -> [Effect] {
        catalog.downloading.remove(id)
        switch outcome {
        case .success(let hash):
            catalog.hashes[id] = hash
            if let row = catalog.items.row(of: id), let item = catalog.items[row] {
                transfers.titles[hash] = item.title
            }
            return []
        case .failure(let failure):
            catalog.downloadFailures[id] = failure
            return refuse(failure)
        }
    }

    // MARK: deleting

    mutating func askToDeleteEntry() -> [Effect] {
        guard let item = catalog.current else { return [] }
        overlays.append(.form(.deletion(of: item)))
        return []
    }

    mutating func entryDeleted(_ id: CatalogID, _ outcome: Outcome<Nothing>) -> [Effect] {
        switch outcome {
        case .failure(let failure):
            return failForm(failure) { if case .deleteEntry(id, _) = $0 { true } else { false } }
        case .success:
            closeForm { if case .deleteEntry(id, _) = $0 { true } else { false } }
            catalog.items.removeAll { $0.id == id }
            catalog.isStale = true
            note(.entryDeleted, .good)
            return []
        }
    }
}

extension CatalogSummary {
    /// Whether only the swarm differs, which the detail takes from the list.
    fileprivate func saysTheSame(as other: CatalogSummary) -> Bool {
        (title, tags, status, minRoleWeight) == (
            other.title, other.tags, other.status, other.minRoleWeight
        )
    }
}
