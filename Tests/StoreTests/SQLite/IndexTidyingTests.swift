import Domain
import Service
import Testing

@testable import Store

@Suite(.inTurn) struct IndexTidyingTests {
    private func segments(_ stage: StoreStage) async throws -> Int64? {
        try await stage.engine.read { db in
            try db.first("select count(distinct segid) as n from catalog_index_idx")?.integer("n")
        }
    }

    @Test("a grown index is put together step by step, and finds what it found")
    func tidying() async throws {
        try await StoreStage.with(.sqlite) { stage in
            let ana = try await stage.account("ana")
            #expect(try await !stage.store.tidyIndex())
            for start in 0..<5 {
                try await stage.entries(
                    (start * 500 + 1)...(start * 500 + 500), title: "Nota \(start)",
                    description: "enxame", by: ana)
            }
            #expect(try await segments(stage) != 1)
            var steps = 0
            while try await stage.store.tidyIndex() {
                steps += 1
                try #require(steps < 10_000)
            }
            #expect(steps > 0)
            #expect(try await segments(stage) == 1)
            #expect(try await !stage.store.tidyIndex())
            let page = try await stage.store.search(
                CatalogSearch(
                    query: SearchQuery("\"nota 3\" enxame"), now: StoreStage.start,
                    status: .approved, visibleTo: .guest, order: .newest, limit: 1))
            #expect(page.total == 500)
        }
    }
}
