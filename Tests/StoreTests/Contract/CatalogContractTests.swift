import Domain
import Service
import Store
import Testing
import Tracker

@Suite(.inTurn) struct CatalogContractTests {
    @Test("an entry is kept with its torrent and its files", arguments: TestEngine.all)
    func kept(engine: TestEngine) async throws {
        try await StoreStage.with(engine) { stage in
            let ana = try await stage.account("ana")
            let id = try await stage.entry(
                2, title: "Relatório de Segurança", description: "linha\noutra",
                tags: ["anual", "東京"], weight: 400, status: .pending, by: ana, size: 14)
            let entry = try #require(try await stage.store.entry(id))
            #expect(entry.title == "Relatório de Segurança")
            #expect(entry.description == "linha\noutra")
            #expect(entry.tags == ["anual", "東京"])
            #expect(entry.kind == .pdf)
            #expect(entry.size.bytes == 14)
            #expect(entry.fileCount == 2)
            #expect(entry.minRoleWeight.value == 400)
            #expect(entry.status == .pending)
            #expect(entry.uploaderID == ana)
            #expect(entry.uploader.rawValue == "ana")
            #expect(entry.uploaderRole == BuiltInRoles.member)
            #expect(entry.infoHash == (try StoreStage.hash(2)))
            #expect(entry.createdAt == StoreStage.start)
            #expect([entry.seeders, entry.leechers, entry.completed] == [0, 0, 0])
            #expect(try await stage.store.entry(hash: entry.infoHash) == entry)
            #expect(
                try await stage.store.files(of: id).map(\.path) == ["pasta/a.pdf", "pasta/b.txt"])
            #expect(
                try await stage.store.torrent(of: id)
                    == StoredTorrent(info: Array("info 2".utf8), pieceLayers: [1, 2, 3]))
            let old = try await stage.entry(3, by: ana)
            #expect(try await stage.store.torrent(of: old)?.pieceLayers == nil)
            #expect(try await stage.store.entry(CatalogID(99)) == nil)
            #expect(try await stage.store.torrent(of: CatalogID(99)) == nil)
        }
    }

    @Test("a torrent is in the catalog once, by either of its hashes", arguments: TestEngine.all)
    func duplicates(engine: TestEngine) async throws {
        try await StoreStage.with(engine) { stage in
            let ana = try await stage.account("ana")
            let hybrid = [try StoreStage.hash(1), try StoreStage.hash(2)]
            let id = try await stage.entry(1, by: ana, hashes: hybrid)
            for (number, hashes) in [
                [hybrid[0]], [hybrid[1]], [try StoreStage.hash(9), hybrid[1]],
            ]
            .enumerated() {
                await #expect(throws: StoreFailure.duplicate) {
                    try await stage.entry(10 + number, by: ana, hashes: hashes)
                }
            }
            for hash in hybrid { #expect(try await stage.store.entry(hash: hash)?.id == id) }
            // A refused entry leaves nothing: neither its other hash nor its words.
            #expect(try await stage.store.entry(hash: StoreStage.hash(9)) == nil)
            let all = CatalogSearch(
                query: SearchQuery("titulo"), now: StoreStage.start, status: .approved,
                visibleTo: .guest, order: .relevance, limit: 10)
            #expect(try await stage.store.search(all).total == 1)
        }
    }

    @Test("an upload is decided about once", arguments: TestEngine.all)
    func deciding(engine: TestEngine) async throws {
        try await StoreStage.with(engine) { stage in
            let ana = try await stage.account("ana")
            let id = try await stage.entry(1, status: .pending, by: ana)
            try await stage.store.decide(
                id, from: .pending, to: .rejected, reason: "blurred", audit: stage.audit("rejected")
            )
            #expect(try await stage.store.entry(id)?.status == .rejected)
            #expect(try await stage.store.entry(id)?.reason == "blurred")
            await #expect(throws: StoreFailure.gone) {
                try await stage.store.decide(
                    id, from: .pending, to: .approved, reason: nil, audit: stage.audit("approved"))
            }
            await #expect(throws: StoreFailure.gone) {
                try await stage.store.decide(
                    CatalogID(99), from: .pending, to: .approved, reason: nil, audit: stage.audit())
            }
            #expect(try await stage.acts() == ["rejected"])
        }
    }

    @Test(
        "a deleted entry is found by nobody and keeps every ledger row", arguments: TestEngine.all)
    func deleting(engine: TestEngine) async throws {
        try await StoreStage.with(engine) { stage in
            let ana = try await stage.account("ana")
            let id = try await stage.entry(1, title: "Podcast", by: ana)
            try await stage.book(ana, id)
            try await stage.book(ana, id, up: 70, down: 30)
            try await stage.store.delete(id, at: StoreStage.start, audit: stage.audit("deleted"))
            #expect(try await stage.store.entry(id) == nil)
            #expect(try await stage.store.entry(hash: StoreStage.hash(1)) == nil)
            for text in ["", "podcast"] {
                let page = try await stage.store.search(
                    CatalogSearch(
                        query: SearchQuery(text), now: StoreStage.start, status: .approved,
                        visibleTo: .superAdmin, order: .newest, limit: 10))
                #expect(page.entries.isEmpty && page.total == 0)
            }
            await #expect(throws: StoreFailure.duplicate) { try await stage.entry(1, by: ana) }
            #expect(try await stage.totals(ana) == Totals(70, 30))
            #expect(
                try await stage.store.shares(of: ana, activeSince: StoreStage.start)
                    .map(\.credited) == [Counters(70, 30)])
            #expect(try await stage.store.verifyTotals().isEmpty)
        }
    }
}
