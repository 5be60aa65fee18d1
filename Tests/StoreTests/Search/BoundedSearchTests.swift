import Domain
import Service
import Store
import Testing

/// What is bounded in a search, and what is not lost by it.
@Suite(.inTurn) struct BoundedSearchTests {
    private func search(
        _ stage: StoreStage, _ text: String, order: EntryOrder = .relevance,
        after: EntryCursor? = nil, limit: Int = 200
    ) async throws -> EntryPage {
        try await stage.store.search(
            CatalogSearch(
                query: SearchQuery(text), now: StoreStage.start, status: .approved,
                visibleTo: .superAdmin, order: order, after: after, limit: limit))
    }

    private func fill(_ stage: StoreStage, _ count: Int, title: String, description: String)
        async throws
    {
        let ana = try await stage.account("ana")
        try await stage.entry(0, title: "Enxame", by: ana)
        try await stage.entries(1...count, title: title, description: description, by: ana)
    }

    @Test(
        "of very many hits the newest are ranked and counted, and the page says that there are more",
        arguments: TestEngine.all)
    func capped(engine: TestEngine) async throws {
        try await StoreStage.with(engine) { stage in
            try await fill(stage, 600, title: "Nota", description: "enxame de abelhas")
            let page = try await search(stage, "enxame")
            #expect(page.total == 500)
            #expect(page.isCapped)
            // The oldest of all, and the only one that is named so.
            #expect(page.entries.first?.title == "Enxame")
            let few = try await search(stage, "\"enxame de\" -nota")
            #expect(few.total == 0)
            #expect(!few.isCapped)
        }
    }

    @Test("paging to the end shows each of those ranked once", arguments: TestEngine.all)
    func paging(engine: TestEngine) async throws {
        try await StoreStage.with(engine) { stage in
            try await fill(stage, 600, title: "Nota", description: "enxame")
            for order in [EntryOrder.relevance, .newest, .seeders, .size] {
                var seen: [CatalogID] = []
                var after: EntryCursor?
                repeat {
                    let page = try await search(stage, "enxame", order: order, after: after)
                    seen += page.entries.map(\.id)
                    after = page.next
                } while after != nil
                #expect(seen.count == 500, "\(order)")
                #expect(Set(seen).count == 500, "\(order)")
            }
        }
    }

    @Test(
        "without a search every page is reached, however many there are", arguments: TestEngine.all)
    func browsing(engine: TestEngine) async throws {
        try await StoreStage.with(engine) { stage in
            try await fill(stage, 1100, title: "Nota", description: "")
            for order in [EntryOrder.relevance, .newest, .seeders, .size] {
                var seen: Set<CatalogID> = []
                var after: EntryCursor?
                repeat {
                    let page = try await search(stage, "", order: order, after: after)
                    #expect(page.total == 1101)
                    seen.formUnion(page.entries.map(\.id))
                    after = page.next
                } while after != nil
                #expect(seen.count == 1101, "\(order)")
            }
        }
    }

    @Test("few that pass a filter are all found among very many hits", arguments: TestEngine.all)
    func needle(engine: TestEngine) async throws {
        try await StoreStage.with(engine) { stage in
            try await fill(stage, 600, title: "Nota", description: "enxame")
            try await stage.setCounts(of: CatalogID(7), SwarmCounts(seeders: 3))
            let page = try await search(stage, "enxame seeds>2")
            #expect(page.entries.map(\.id) == [CatalogID(7)])
            #expect(page.total == 1)
        }
    }

    @Test(
        "what waits for approval is found among very many that were approved",
        arguments: TestEngine.all)
    func queue(engine: TestEngine) async throws {
        try await StoreStage.with(engine) { stage in
            try await fill(stage, 600, title: "Nota", description: "enxame")
            let bia = try await stage.account("bia")
            try await stage.entry(5000, title: "Enxame pendente", status: .pending, by: bia)
            let page = try await stage.store.search(
                CatalogSearch(
                    query: SearchQuery("enxame"), now: StoreStage.start, status: .pending,
                    visibleTo: .superAdmin, order: .newest, limit: 50))
            #expect(page.entries.map(\.title) == ["Enxame pendente"])
        }
    }
}
