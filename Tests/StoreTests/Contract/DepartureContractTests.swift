import Domain
import Service
import Store
import Testing
import Tracker

@Suite(.inTurn) struct DepartureContractTests {
    @Test(
        "a deleted account is found by nobody, and its sessions are over", arguments: TestEngine.all
    )
    func gone(engine: TestEngine) async throws {
        try await StoreStage.with(engine) { stage in
            let (store, passkey) = (stage.store, Passkey.random())
            try await stage.account("admin", role: BuiltInRoles.superAdmin)
            let ana = try await stage.account("ana", passkey: passkey)
            try await store.begin(
                family: "f", user: ana, tokenDigest: [1], at: StoreStage.start,
                expires: StoreStage.start.adding(seconds: 10))
            try await store.deleteAccount(
                ana, retiring: .random(), audit: stage.audit("user.deleted"))
            #expect(try await store.account(ana) == nil)
            #expect(try await store.account(named: StoreStage.name("ana")) == nil)
            #expect(try await store.account(passkey: passkey) == nil)
            #expect(try await store.accounts(matching: "", after: nil, limit: 9).count == 1)
            #expect(try await store.countAccounts(matching: "") == 1)
            #expect(try await store.userCounts()[BuiltInRoles.member] == nil)
            #expect(try await store.session(family: "f")?.isOver == true)
            #expect(try await store.standing(family: "f") == nil)
            #expect(try await stage.acts() == ["user.deleted"])
            await #expect(throws: StoreFailure.gone) {
                try await store.deleteAccount(ana, retiring: .random(), audit: stage.audit())
            }
            #expect(try await stage.acts() == ["user.deleted"])
        }
    }

    @Test("the name of a deleted account stays taken", arguments: TestEngine.all)
    func name(engine: TestEngine) async throws {
        try await StoreStage.with(engine) { stage in
            try await stage.account("admin", role: BuiltInRoles.superAdmin)
            let ana = try await stage.account("ana")
            try await stage.store.deleteAccount(ana, retiring: .random(), audit: stage.audit())
            await #expect(throws: StoreFailure.duplicate) { try await stage.account("ana") }
        }
    }

    @Test(
        "what a deleted member did stays: the ledger adds up, and the upload has no name",
        arguments: TestEngine.all)
    func deeds(engine: TestEngine) async throws {
        try await StoreStage.with(engine) { stage in
            let store = stage.store
            let admin = try await stage.account("admin", role: BuiltInRoles.superAdmin)
            let ana = try await stage.account("ana")
            let entry = try await stage.entry(1, by: ana)
            try await stage.book(ana, entry)
            try await stage.book(ana, entry, up: 70)
            try await stage.adjust(ana, up: 5, by: admin)
            try await store.deleteAccount(ana, retiring: .random(), audit: stage.audit())
            #expect(try await store.verifyTotals().isEmpty)
            let shares = try await store.shares(of: ana, activeSince: StoreStage.start)
            #expect(shares.map(\.credited.up.bytes) == [70])
            #expect(shares.map(\.isActive) == [false])
            #expect(try await store.sessions(of: entry, since: StoreStage.start).isEmpty)
            #expect(try await store.entry(entry)?.uploaderIsGone == true)
            let found = { (text: String) in
                try await store.search(
                    CatalogSearch(
                        query: SearchQuery(text), now: StoreStage.start, status: .approved,
                        visibleTo: .guest, order: .newest, limit: 9)
                ).entries.map(\.uploaderIsGone)
            }
            #expect(try await found("") == [true])
            #expect(try await found("by:ana") == [])
        }
    }

    @Test("a role goes though a deleted member had it", arguments: TestEngine.all)
    func role(engine: TestEngine) async throws {
        try await StoreStage.with(engine) { stage in
            try await stage.account("admin", role: BuiltInRoles.superAdmin)
            let role = Role(
                id: RoleID(-1), name: try #require(RoleName(rawValue: "Zelador")), weight: .guest,
                parent: nil, grants: [], denies: [])
            let id = try await stage.store.create(role, audit: stage.audit())
            let ana = try await stage.account("ana", role: id)
            try await stage.store.deleteAccount(ana, retiring: .random(), audit: stage.audit())
            try await stage.store.delete(id, movingUsersTo: nil, audit: stage.audit("deleted"))
            #expect(try await stage.store.tree()[id] == nil)
            #expect(try await stage.acts().first == "deleted")
        }
    }

    @Test("a new passkey leaves nobody in a swarm by the old one", arguments: TestEngine.all)
    func passkey(engine: TestEngine) async throws {
        try await StoreStage.with(engine) { stage in
            let ana = try await stage.account("ana")
            let entry = try await stage.entry(1, by: ana)
            try await stage.book(ana, entry)
            #expect(try await stage.store.sessions(of: entry, since: StoreStage.start).count == 1)
            try await stage.store.setPasskey(of: ana, .random())
            #expect(try await stage.store.sessions(of: entry, since: StoreStage.start).isEmpty)
        }
    }
}
