import Domain
import Service
import Store
import Testing

@Suite(.inTurn) struct LeaderboardContractTests {
    /// Names with what they gave and took.
    private func stage(
        _ engine: TestEngine, _ members: [(String, up: Int64, down: Int64)],
        _ test: (StoreStage, [UserID]) async throws -> Void
    ) async throws {
        try await StoreStage.with(engine) { stage in
            let admin = try await stage.account("admin", role: BuiltInRoles.superAdmin)
            var ids: [UserID] = []
            for member in members {
                let id = try await stage.account(member.0)
                try await stage.adjust(id, up: member.up, down: member.down, by: admin)
                ids.append(id)
            }
            try await test(stage, ids)
        }
    }

    private func board(
        _ stage: StoreStage, _ order: LeaderOrder, after: Leader? = nil, limit: Int = 10
    ) async throws -> [Leader] {
        try await stage.store.leaders(order, after: after, at: StoreStage.start, limit: limit)
    }

    @Test("who gave most comes first, of equals the older account", arguments: TestEngine.all)
    func uploaded(engine: TestEngine) async throws {
        let most: Int64 = 1 << 60
        try await stage(
            engine, [("ana", 5, 1), ("bia", most, 9), ("caio", 5, 0), ("davi", 0, 7)]
        ) { stage, _ in
            let all = try await board(stage, .uploaded)
            #expect(all.map(\.username) == ["bia", "ana", "caio"])
            #expect(all.map(\.rank) == [1, 2, 3])
            #expect(all.map(\.totals.up.bytes) == [most, 5, 5])
            #expect(try await stage.store.countLeaders(.uploaded, at: StoreStage.start) == 3)
        }
    }

    @Test("by ratio stands only who took something", arguments: TestEngine.all)
    func ratio(engine: TestEngine) async throws {
        try await stage(
            engine, [("ana", 1, 3), ("bia", 10, 30), ("caio", 5, 0), ("davi", 7, 2)]
        ) { stage, _ in
            let all = try await board(stage, .ratio)
            #expect(all.map(\.username) == ["davi", "ana", "bia"])
            #expect(try await stage.store.countLeaders(.ratio, at: StoreStage.start) == 3)
        }
    }

    @Test("pages follow each other without a gap or a repetition", arguments: TestEngine.all)
    func pages(engine: TestEngine) async throws {
        var members: [(String, up: Int64, down: Int64)] = []
        for number in 1...9 as ClosedRange<Int64> {
            members.append(("m\(number)", up: 1 + number % 3, down: 1 + number % 2))
        }
        try await stage(engine, members) { stage, _ in
            for order in [LeaderOrder.uploaded, .ratio] {
                let all = try await board(stage, order)
                #expect(all.count == 9)
                var walked: [Leader] = []
                for _ in 0..<9 {
                    walked += try await board(stage, order, after: walked.last, limit: 1)
                }
                #expect(walked == all)
                #expect(try await board(stage, order, after: walked.last).isEmpty)
            }
        }
    }

    @Test("who is banned or deleted stands on no board", arguments: TestEngine.all)
    func gone(engine: TestEngine) async throws {
        try await stage(engine, [("ana", 3, 1), ("bia", 2, 1), ("caio", 1, 1)]) { stage, ids in
            let end = StoreStage.start.adding(seconds: 60)
            try await stage.store.setBan(
                of: ids[0], Ban(reason: "spam", expiresAt: end), at: StoreStage.start,
                audit: stage.audit())
            try await stage.store.deleteAccount(
                ids[1], retiring: .random(), audit: stage.audit())
            for order in [LeaderOrder.uploaded, .ratio] {
                #expect(try await board(stage, order).map(\.username) == ["caio"])
                let later = try await stage.store.leaders(order, after: nil, at: end, limit: 9)
                #expect(later.map(\.username) == ["ana", "caio"])
            }
            #expect(try await stage.store.countLeaders(.uploaded, at: StoreStage.start) == 1)
        }
    }
}
