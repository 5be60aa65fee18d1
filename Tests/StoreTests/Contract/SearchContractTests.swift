import Domain
import Service
import Store
import Testing

@Suite(.inTurn) struct SearchContractTests {
    private func titles(
        _ stage: StoreStage, _ text: String, weight: RoleWeight = .superAdmin,
        order: EntryOrder = .relevance, status: CatalogStatus = .approved,
        by uploader: UserID? = nil
    ) async throws -> [String] {
        let page = try await stage.store.search(
            CatalogSearch(
                query: SearchQuery(text), now: StoreStage.start, status: status, visibleTo: weight,
                uploader: uploader, order: order, limit: 50))
        #expect(page.total == page.entries.count)
        #expect(page.next == nil)
        return page.entries.map(\.title)
    }

    @Test(
        "accents and case are ignored, and the last word is a beginning", arguments: TestEngine.all)
    func words(engine: TestEngine) async throws {
        try await StoreStage.with(engine) { stage in
            let ana = try await stage.account("ana")
            try await stage.entry(
                1, title: "Relatório de Segurança 2026", description: "Análise anual",
                tags: ["pdf"], by: ana)
            try await stage.entry(2, title: "Podcast: Enxames e formigas", by: ana)
            for text in [
                "relatorio seguranca", "RELATÓRIO", "seguranca relatorio", "segur", "2026",
                "relato\u{301}rio", "analise", "pdf", "  seguranca,   (anual) ",
                "relatorio anual seg",
            ] {
                #expect(
                    try await titles(stage, text) == ["Relatório de Segurança 2026"], "\(text)")
            }
            #expect(try await titles(stage, "seguranca podcast").isEmpty)
            #expect(try await titles(stage, "latorio").isEmpty)
            #expect(try await titles(stage, "seg relatorio").isEmpty)
            #expect(try await titles(stage, "en") == ["Podcast: Enxames e formigas"])
        }
    }

    @Test(
        "phrases, negation and filters narrow a search, alone and together",
        arguments: TestEngine.all)
    func language(engine: TestEngine) async throws {
        try await StoreStage.with(engine) { stage in
            let ana = try await stage.account("ana")
            let bia = try await stage.account("bia")
            try await stage.entry(
                1, title: "Mapa das trilhas", tags: ["ar-livre"], by: ana, size: 5 << 20)
            let seeded = try await stage.entry(
                2, title: "Trilhas e mapa do ar", tags: ["mapas"], by: bia, size: 3 << 30)
            try await stage.setCounts(of: seeded, SwarmCounts(seeders: 2))
            let (map, trails) = ("Mapa das trilhas", "Trilhas e mapa do ar")
            for (text, found) in [
                ("\"mapa das\"", [map]), ("mapa -das", [trails]), ("-das", [trails]),
                ("-\"das trilhas\" mapa", [trails]), ("tag:ar-livre", [map]),
                ("tag:ar-livre trilhas", [map]), ("-tag:ar-livre", [trails]),
                ("by:bia", [trails]), ("-by:bia", [map]), ("by:bi", []),
                ("size>1G", [trails]), ("size<=5M", [map]), ("trilhas size>1G", [trails]),
                ("seeds>0", [trails]), ("seeds=0 mapa", [map]), ("-seeds>0", [map]),
                ("age<1d", [trails, map]), ("age>1d", []), ("type:audio", []),
                ("mapa -mapa", []),
            ] {
                #expect(try await titles(stage, text, order: .newest) == found, "\(text)")
            }
        }
    }

    @Test("no text is an error, whatever it would mean to a database", arguments: TestEngine.all)
    func hostile(engine: TestEngine) async throws {
        try await StoreStage.with(engine) { stage in
            let ana = try await stage.account("ana")
            try await stage.entry(1, title: "AND or Not near", by: ana)
            for text in [
                "\"", "\"\"*", "* ^ : + - ( )", "AND", "NOT NEAR OR", "title : x", "a\u{0}b", "'--",
                "Ⓐ", "ⓐ*", "\u{345}", "ﷺ", "½ ①", "a\u{301}\u{301}\u{301}", "के", "💻", "",
                String(repeating: "a ", count: 5000), String(repeating: "x", count: 5000),
            ] {
                for order in [EntryOrder.relevance, .newest, .seeders, .size] {
                    _ = try await titles(stage, text, order: order)
                }
            }
            #expect(try await titles(stage, "NEAR and") == ["AND or Not near"])
            // What holds nothing to search for is no search.
            #expect(try await titles(stage, "*** ---") == ["AND or Not near"])
        }
    }

    @Test("what is above the viewer's weight is in no page and no total", arguments: TestEngine.all)
    func visibility(engine: TestEngine) async throws {
        try await StoreStage.with(engine) { stage in
            let ana = try await stage.account("ana")
            for (number, weight) in [0, 100, 400, 1000].enumerated() {
                try await stage.entry(number, title: "Nota \(weight)", weight: weight, by: ana)
            }
            for text in ["", "nota"] {
                for order in [EntryOrder.relevance, .newest, .seeders, .size] {
                    for (weight, expected) in [(0, 1), (99, 1), (100, 2), (999, 3), (1000, 4)] {
                        let weight = try #require(RoleWeight(weight))
                        #expect(
                            try await titles(stage, text, weight: weight, order: order).count
                                == expected)
                    }
                }
            }
            #expect(try await titles(stage, "400", weight: .guest).isEmpty)
        }
    }

    @Test("a status and an uploader narrow the search", arguments: TestEngine.all)
    func narrowing(engine: TestEngine) async throws {
        try await StoreStage.with(engine) { stage in
            let (ana, bia) = (try await stage.account("ana"), try await stage.account("bia"))
            try await stage.entry(1, title: "Da Ana", status: .pending, by: ana)
            try await stage.entry(2, title: "Da Bia", status: .pending, by: bia)
            try await stage.entry(3, title: "De todos", by: bia)
            #expect(try await titles(stage, "", status: .pending) == ["Da Bia", "Da Ana"])
            #expect(try await titles(stage, "", status: .pending, by: ana) == ["Da Ana"])
            #expect(try await titles(stage, "da", status: .pending, by: bia) == ["Da Bia"])
            #expect(try await titles(stage, "", status: .rejected).isEmpty)
        }
    }

    @Test(
        "a word in the title counts for more than one in the description", arguments: TestEngine.all
    )
    func relevance(engine: TestEngine) async throws {
        try await StoreStage.with(engine) { stage in
            let ana = try await stage.account("ana")
            try await stage.entry(1, title: "Mapa", description: "enxame de abelhas", by: ana)
            try await stage.entry(2, title: "Enxame de abelhas", description: "mapa", by: ana)
            try await stage.entry(3, title: "Outro", description: "nada", by: ana)
            #expect(try await titles(stage, "enxame") == ["Enxame de abelhas", "Mapa"])
            #expect(try await titles(stage, "mapa") == ["Mapa", "Enxame de abelhas"])
        }
    }

    @Test("pages in every order show each entry once", arguments: TestEngine.all)
    func paging(engine: TestEngine) async throws {
        try await StoreStage.with(engine) { stage in
            let ana = try await stage.account("ana")
            var random = SeededGenerator(seed: 3)
            for number in 0..<47 {
                // Few values, so that many entries tie.
                let id = try await stage.entry(
                    number, title: "Nota " + String(repeating: "longa ", count: number % 4),
                    weight: number % 5 == 0 ? 400 : 0, by: ana,
                    size: Int64.random(in: 1...3, using: &random) << 40)
                try await stage.setCounts(
                    of: id, SwarmCounts(seeders: Int.random(in: 0...2, using: &random)))
            }
            for text in ["", "nota"] {
                for order in [EntryOrder.relevance, .newest, .seeders, .size] {
                    for limit in [1, 7, 36, 37, 38] {
                        try await expectAll(stage, text, order: order, limit: limit)
                    }
                }
            }
        }
    }

    private func expectAll(
        _ stage: StoreStage, _ text: String, order: EntryOrder, limit: Int
    ) async throws {
        var search = CatalogSearch(
            query: SearchQuery(text), now: StoreStage.start, status: .approved, visibleTo: .guest,
            order: order, limit: limit)
        var seen: [EntryRecord] = []
        repeat {
            let page = try await stage.store.search(search)
            #expect(page.entries.count <= limit)
            #expect(page.total == 37)
            seen += page.entries
            search.after = page.next
        } while search.after != nil && seen.count < 100
        #expect(seen.count == 37)
        #expect(Set(seen.map(\.id)).count == 37)
        switch order {
        case .newest: #expect(seen.map(\.id) == seen.map(\.id).sorted(by: >))
        case .seeders: #expect(seen.map(\.seeders) == seen.map(\.seeders).sorted(by: >))
        case .size: #expect(seen.map(\.size) == seen.map(\.size).sorted(by: >))
        case .relevance: break
        }
    }
}
