import Domain
import Service
import Testing

@testable import Store

@Suite(.inTurn) struct ModerationContractTests {
    private func similar(_ stage: StoreStage, _ id: CatalogID, weight: Int = 1000) async throws
        -> [CatalogID]
    {
        try await stage.store.similar(
            to: [id], visibleTo: try #require(RoleWeight(weight)), viewer: UserID(99),
            seesUndecided: true)[id] ?? []
    }

    @Test("an edit changes the page, the index and the status at once", arguments: TestEngine.all)
    func edit(engine: TestEngine) async throws {
        try await StoreStage.with(engine) { stage in
            let ana = try await stage.account("ana")
            let id = try await stage.entry(
                1, title: "Relatório antigo", tags: ["mar"], status: .changesRequested, by: ana)
            try await stage.store.edit(
                id,
                EntryEdit(title: "Mapa novo", tags: ["sol"], minRoleWeight: RoleWeight(7)),
                status: .approved, expecting: .changesRequested, audit: nil)
            let entry = try #require(try await stage.store.entry(id))
            #expect(entry.title == "Mapa novo" && entry.tags == ["sol"])
            #expect(entry.minRoleWeight.value == 7 && entry.status == .approved)
            for (text, count) in [
                ("mapa", 1), ("novo tag:sol", 1), ("by:ana", 1), ("relatorio", 0), ("antigo", 0),
                ("tag:mar", 0),
            ] {
                let page = try await stage.store.search(
                    CatalogSearch(
                        query: SearchQuery(text), now: StoreStage.start, status: .approved,
                        visibleTo: .superAdmin, order: .relevance, limit: 10))
                #expect(page.total == count, "\(text)")
            }
            // Deleting it takes out the words that it has now.
            try await stage.store.delete(id, at: StoreStage.start, audit: stage.audit("x"))
            #expect(
                try await stage.store.tags(beginning: "s", visibleTo: .superAdmin, limit: 5) == [])
        }
    }

    @Test("an edit of what is not as expected changes nothing", arguments: TestEngine.all)
    func late(engine: TestEngine) async throws {
        try await StoreStage.with(engine) { stage in
            let ana = try await stage.account("ana")
            let id = try await stage.entry(1, title: "Mapa", by: ana)
            await #expect(throws: StoreFailure.gone) {
                try await stage.store.edit(
                    id, EntryEdit(title: "x"), status: .pending, expecting: .pending,
                    audit: stage.audit())
            }
            #expect(try await stage.store.entry(id)?.title == "Mapa")
            #expect(try await stage.acts() == [])
        }
    }

    @Test("a status that stays keeps its reason, another one loses it", arguments: TestEngine.all)
    func reason(engine: TestEngine) async throws {
        try await StoreStage.with(engine) { stage in
            let ana = try await stage.account("ana")
            let id = try await stage.entry(1, status: .pending, by: ana)
            try await stage.store.decide(
                id, from: .pending, to: .changesRequested, reason: "why", audit: stage.audit())
            try await stage.store.edit(
                id, EntryEdit(title: "x"), status: .changesRequested, expecting: .changesRequested,
                audit: nil)
            #expect(try await stage.store.entry(id)?.reason == "why")
            try await stage.store.edit(
                id, EntryEdit(title: "y"), status: .pending, expecting: .changesRequested,
                audit: nil)
            #expect(try await stage.store.entry(id)?.reason == nil)
        }
    }

    @Test("entries with the same files find each other", arguments: TestEngine.all)
    func similar(engine: TestEngine) async throws {
        try await StoreStage.with(engine) { stage in
            let ana = try await stage.account("ana")
            let first = try await stage.entry(1, by: ana, size: 70)
            let second = try await stage.entry(2, weight: 500, by: ana, size: 70)
            let other = try await stage.entry(3, by: ana, size: 71)
            #expect(try await similar(stage, first) == [second])
            #expect(try await similar(stage, first, weight: 499) == [])
            #expect(try await similar(stage, second) == [first])
            #expect(try await similar(stage, other) == [])
            try await stage.store.delete(second, at: StoreStage.start, audit: stage.audit())
            #expect(try await similar(stage, first) == [])
        }
    }

    @Test("lists of files are told apart by what is in them, not by order or the torrent's name")
    func digests() {
        let files = { (names: [(String, Int64)]) in
            FileListDigest.of(
                names.map { TorrentFile(path: $0.0, size: ByteCount(clamping: $0.1)) })
        }
        let list = files([("a/x", 1), ("a/y/z", 2)])
        #expect(files([("b/y/z", 2), ("b/x", 1)]) == list)
        #expect(files([("a/x", 2), ("a/y/z", 1)]) != list)
        #expect(files([("a/x", 1), ("a/z", 2)]) != list)
        #expect(files([("a/x", 1)]) != list)
        #expect(files([("x", 1)]) != files([("y", 1)]))
    }

    @Test("who had a session on a deleted torrent can be told why", arguments: TestEngine.all)
    func deleted(engine: TestEngine) async throws {
        try await StoreStage.with(engine) { stage in
            let (ana, bia) = (try await stage.account("ana"), try await stage.account("bia"))
            let id = try await stage.entry(1, weight: 5, by: ana)
            try await stage.book(bia, id)
            #expect(try await stage.store.deletedEntry(hash: StoreStage.hash(1)) == nil)
            #expect(try await stage.store.users(of: id) == [bia])
            try await stage.store.delete(id, at: StoreStage.start, audit: stage.audit())
            #expect(
                try await stage.store.deletedEntry(hash: StoreStage.hash(1))
                    == DeletedEntry(
                        id: id, minRoleWeight: try #require(RoleWeight(5)), reason: "why"))
        }
    }

    @Test("bans are read again only when they have changed", arguments: TestEngine.all)
    func bans(engine: TestEngine) async throws {
        try await StoreStage.with(engine) { stage in
            let first = try #require(try await stage.store.bans(after: nil))
            #expect(first.addresses.isEmpty && first.clients.isEmpty)
            #expect(try await stage.store.bans(after: first.version) == nil)
            let ban = AddressBan(
                id: 0, range: try #require(AddressRange("2001:db8::/32")), reason: "why",
                expiresAt: StoreStage.start, actorName: "admin", madeAt: StoreStage.start)
            let id = try await stage.store.ban(ban, audit: stage.audit())
            let second = try #require(try await stage.store.bans(after: first.version))
            #expect(second.addresses.map(\.id) == [id] && second.addresses[0].range == ban.range)
            try await stage.store.liftAddressBan(id) { _ in stage.audit() }
            #expect(try await stage.store.bans(after: second.version)?.addresses == [])
            await #expect(throws: StoreFailure.gone) {
                try await stage.store.liftAddressBan(id) { _ in stage.audit() }
            }
            #expect(try await stage.acts().count == 2)
        }
    }
}
