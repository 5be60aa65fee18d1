import Domain
import Service
import Store
import Testing

@Suite(.inTurn) struct SearchHelpContractTests {
    private func facets(_ stage: StoreStage, _ text: String, weight: Int = 1000) async throws
        -> EntryFacets
    {
        try await stage.store.facets(
            CatalogSearch(
                query: SearchQuery(text), now: StoreStage.start.adding(seconds: 10 * 86_400),
                status: .approved, visibleTo: try #require(RoleWeight(weight)), order: .newest,
                limit: 1))
    }

    @Test(
        "facets count what the viewer's search finds, and nothing else", arguments: TestEngine.all)
    func facets(engine: TestEngine) async throws {
        try await StoreStage.with(engine) { stage in
            let ana = try await stage.account("ana")
            try await stage.entry(
                1, title: "Mapa", tags: ["trilha", "ar-livre"], by: ana, size: 10)
            try await stage.entry(2, title: "Mapa", tags: ["trilha"], by: ana, size: 2 << 30)
            try await stage.entry(
                3, title: "Mapa", tags: ["secreto", "trilha"], weight: 400, by: ana, size: 20 << 30)
            try await stage.entry(4, title: "Outro", tags: ["trilha"], by: ana)
            for text in ["mapa", "mapa -outro tag:trilha"] {
                let seen = try await facets(stage, text, weight: 100)
                #expect(seen.total == 2)
                #expect(!seen.isCapped)
                #expect(seen.tags.map(\.value) == ["trilha", "ar-livre"])
                #expect(seen.tags.map(\.count) == [2, 1])
                #expect(seen.kinds.map(\.value) == [.pdf])
                #expect(seen.sizes.map(\.value) == [.small, .large])
                #expect(seen.ages.map(\.value) == [.month, .year])
                #expect(seen.ages.map(\.count) == [2, 2])
            }
            #expect(try await facets(stage, "mapa").tags.map(\.value).contains("secreto"))
            #expect(try await facets(stage, "", weight: 0).total == 3)
            #expect(try await facets(stage, "nada").kinds.isEmpty)
        }
    }

    @Test(
        "tags are told by how they begin, those of hidden entries never", arguments: TestEngine.all)
    func tags(engine: TestEngine) async throws {
        try await StoreStage.with(engine) { stage in
            let ana = try await stage.account("ana")
            try await stage.entry(1, tags: ["seguro", "ar"], by: ana)
            try await stage.entry(2, tags: ["segredo", "seguro"], weight: 400, by: ana)
            try await stage.entry(3, tags: ["segunda"], status: .pending, by: ana)
            let gone = try await stage.entry(4, tags: ["segado"], by: ana)
            try await stage.store.delete(gone, at: StoreStage.start, audit: stage.audit())
            func tags(_ beginning: String, _ weight: RoleWeight) async throws -> [String] {
                try await stage.store.tags(beginning: beginning, visibleTo: weight, limit: 5)
            }
            #expect(try await tags("seg", .guest) == ["seguro"])
            #expect(try await tags("seg", .superAdmin) == ["segredo", "seguro"])
            #expect(try await tags("x", .superAdmin).isEmpty)
            #expect(try await tags("%", .superAdmin).isEmpty)
            #expect(try await tags("", .guest) == ["ar", "seguro"])
        }
    }

    @Test(
        "a mistyped word leads to those it looks like, the likest first", arguments: TestEngine.all)
    func near(engine: TestEngine) async throws {
        try await StoreStage.with(engine) { stage in
            let ana = try await stage.account("ana")
            try await stage.entry(
                1, title: "Relatório de segurança", description: "palavras", tags: ["relator"],
                by: ana)
            try await stage.entry(2, title: "Relatórios", by: ana)
            func near(_ word: String) async throws -> [String] {
                try await stage.store.wordsNear(word, limit: 10)
            }
            #expect(try await near("relatroio").first == "relatorio")
            #expect(Set(try await near("relatroio")) == ["relatorio", "relatorios", "relator"])
            #expect(try await near("seguransa").first == "seguranca")
            #expect(try await near("palavra").isEmpty)
            for text in ["", "a", "x' or 1=1", String(repeating: "z", count: 500), "東京都庁"] {
                _ = try await near(text)
            }
        }
    }

    @Test("the index made again finds the same", arguments: TestEngine.all)
    func rebuild(engine: TestEngine) async throws {
        try await StoreStage.with(engine) { stage in
            let ana = try await stage.account("ana")
            try await stage.entries(1...700, title: "Relatório", description: "anual", by: ana)
            let gone = try await stage.entry(900, title: "Relatório velho", by: ana)
            try await stage.store.delete(gone, at: StoreStage.start, audit: stage.audit())
            let before = try await facets(stage, "relatorio anual").total
            try await stage.store.rebuildSearch { _, _ in }
            #expect(try await facets(stage, "relatorio anual").total == before)
            #expect(try await facets(stage, "velho").total == 0)
            #expect(try await stage.store.wordsNear("relatroio", limit: 1) == ["relatorio"])
        }
    }
}
