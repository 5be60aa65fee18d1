import Domain
import Service
import Store
import Testing

@Suite(.inTurn) struct EngineAgreementTests {
    private static let words = [
        "mapa", "mapas", "trilhas", "das", "do", "a", "o", "ar", "livre", "Relatório", "relato",
        "SEGURANÇA", "the", "www", "東京", "地図", "Отчёт", "2026", "rev", "C", "ﬁm", "não",
    ]
    private static let tags = ["ar", "ar-livre", "c++", "東京", "segurança"]

    private func text(_ count: ClosedRange<Int>, _ random: inout SeededGenerator) -> String {
        (0..<Int.random(in: count, using: &random)).map { _ in
            Self.words.randomElement(using: &random) ?? ""
        }.joined(separator: [" ", "-", ", ", "."].randomElement(using: &random) ?? " ")
    }

    private func corpus(_ stage: StoreStage, _ random: inout SeededGenerator) async throws
        -> SearchModel
    {
        let people = ["ana", "bia"]
        var ids: [UserID] = []
        for name in people { ids.append(try await stage.account(name)) }
        var model = SearchModel()
        for number in 0..<60 {
            let item = (
                title: text(1...5, &random), description: text(0...8, &random),
                tags: Self.tags.filter { _ in Int.random(in: 0..<4, using: &random) == 0 },
                weight: [0, 0, 100, 400].randomElement(using: &random) ?? 0,
                size: Int64.random(in: 0...1 << 34, using: &random) >> (number % 20),
                seeders: number % 3, person: number % 2
            )
            let id = try await stage.entry(
                number, title: item.title, description: item.description, tags: item.tags,
                weight: item.weight, by: ids[item.person], size: item.size)
            try await stage.setCounts(of: id, SwarmCounts(seeders: item.seeders))
            model.items.append(
                SearchModel.Item(
                    id: id, title: item.title, description: item.description, tags: item.tags,
                    weight: item.weight, size: item.size, seeders: item.seeders,
                    uploader: people[item.person]))
        }
        return model
    }

    private func clause(_ random: inout SeededGenerator) -> String {
        let word = Self.words.randomElement(using: &random) ?? ""
        let clause =
            switch Int.random(in: 0..<10, using: &random) {
            case 0: "\"\(text(1...3, &random))\""
            case 1: "tag:\(Self.tags.randomElement(using: &random) ?? "")"
            case 2: "by:\(["ana", "bia", "nobody"].randomElement(using: &random) ?? "")"
            case 3:
                "size\([">", "<", ">=", "<="].randomElement(using: &random) ?? "=")\(1 << Int.random(in: 0..<34, using: &random))"
            case 4: "seeds>\(Int.random(in: 0...2, using: &random))"
            case 5:
                ["type:pdf", "type:video", "age<1d", "age>1d"].randomElement(using: &random) ?? ""
            case 6: String(word.prefix(Int.random(in: 1...3, using: &random)))
            default: word
            }
        return (Int.random(in: 0..<4, using: &random) == 0 ? "-" : "") + clause
    }

    @Test("a search finds what it says, on every engine", arguments: TestEngine.all)
    func agreement(engine: TestEngine) async throws {
        try await StoreStage.with(engine) { stage in
            var random = SeededGenerator(seed: 11)
            let model = try await corpus(stage, &random)
            for _ in 0..<400 {
                let text = (0..<Int.random(in: 1...3, using: &random)).map { _ in clause(&random) }
                    .joined(separator: " ")
                let weight = [0, 100, 1000].randomElement(using: &random) ?? 0
                let query = SearchQuery(text)
                let page = try await stage.store.search(
                    CatalogSearch(
                        query: query, now: StoreStage.start, status: .approved,
                        visibleTo: try #require(RoleWeight(weight)),
                        order: .newest, limit: 200))
                let expected = model.found(query, weight: weight)
                #expect(page.entries.map(\.id) == expected, "\(text)")
                #expect(page.total == expected.count, "\(text)")
            }
        }
    }
}
