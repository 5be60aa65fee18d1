import Domain
import Service
import Store
import Testing

/// Two stores on one database, as two servers of one community have them, or a server and a command
/// beside it.
@Suite struct TwoStoresContractTests {
    @Test(
        "both write the audit log at the same time, and it is one chain",
        arguments: TestEngine.all)
    func audit(engine: TestEngine) async throws {
        let folder = try TemporaryFolder()
        let stores = [
            try await CommunityStore(engine: try await engine.open(folder)),
            try await CommunityStore(engine: try await engine.open(folder)),
        ]
        let each = 40
        try await withThrowingTaskGroup(of: Void.self) { group in
            for (number, store) in stores.enumerated() {
                group.addTask {
                    for turn in 1...each {
                        try await Self.act("store\(number).turn\(turn)", at: store)
                        // Reading beside the writers finds no fault, wherever they are.
                        if turn % 10 == 0 { try await Self.expectSound(store, atLeast: turn) }
                    }
                }
            }
            try await group.waitForAll()
        }
        for store in stores {
            guard case .sound(Int64(2 * each), _) = try await store.verifyAudit() else {
                Issue.record("\(try await store.verifyAudit())")
                continue
            }
        }
        let entries = try await stores[0].audit(
            AuditSearch(visibleTo: .superAdmin, limit: 1000))
        #expect(entries.map(\.id) == (1...Int64(2 * each)).reversed())
        #expect(Set(entries.map(\.entry.act)).count == 2 * each)
        // Each one's own come in the order in which it wrote them.
        for number in stores.indices {
            let own = entries.reversed().map(\.entry.act).filter { $0.hasPrefix("store\(number).") }
            #expect(own == (1...each).map { "store\(number).turn\($0)" })
        }
        for store in stores { try await store.close() }
    }

    private static func act(_ act: String, at store: CommunityStore) async throws {
        let entry = AuditEntry(
            actorID: UserID(1), actorName: "admin", act: act, subject: "something", reason: "why",
            before: nil, after: nil, at: StoreStage.start, visibleTo: .guest)
        let name = try StoreStage.name(act.filter { $0 != "." })
        _ = try await store.create(
            NewAccount(
                username: name, passwordHash: "hash", roleID: BuiltInRoles.member,
                passkey: .random(), createdAt: StoreStage.start), audit: entry)
    }

    private static func expectSound(_ store: CommunityStore, atLeast least: Int) async throws {
        let verdict = try await store.verifyAudit()
        guard case .sound(let entries, _) = verdict, entries >= least else {
            Issue.record("\(verdict)")
            return
        }
    }
}
