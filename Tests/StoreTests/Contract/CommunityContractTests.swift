import Domain
import Service
import Store
import Testing

@Suite(.inTurn) struct CommunityContractTests {
    @Test("settings begin as they are meant and stay as they are set", arguments: TestEngine.all)
    func settings(engine: TestEngine) async throws {
        let first = try await StoreStage(engine)
        #expect(try await first.store.settings() == .initial)
        var settings = CommunitySettings(
            registration: .open, requiredRatio: 1.0 / 3, graceBytes: ByteCount(clamping: .max),
            announceInterval: 86_400)
        try await first.store.change(to: settings, audit: first.audit("settings.changed"))
        let second = try await first.restarted()
        #expect(try await second.store.settings() == settings)
        settings.requiredRatio = 0
        try await second.store.change(to: settings, audit: second.audit("settings.changed"))
        #expect(try await second.store.settings() == settings)
        #expect(try await second.acts().count == 2)
        try await second.store.close()
    }

    @Test("the audit log is read newest first, page by page", arguments: TestEngine.all)
    func audit(engine: TestEngine) async throws {
        try await StoreStage.with(engine) { stage in
            for number in 0..<5 {
                try await stage.store.change(to: .initial, audit: stage.audit("act \(number)"))
            }
            let first = try await stage.store.audit(before: nil, visibleTo: .guest, limit: 3)
            #expect(first.map(\.entry.act) == ["act 4", "act 3", "act 2"])
            let second = try await stage.store.audit(
                before: first.last?.id, visibleTo: .guest, limit: 3)
            #expect(second.map(\.entry.act) == ["act 1", "act 0"])
            #expect(second.last?.entry == stage.audit("act 0"))
        }
    }

    @Test(
        "an act on a hidden entry is read only by those who see the entry",
        arguments: TestEngine.all)
    func hiddenActs(engine: TestEngine) async throws {
        try await StoreStage.with(engine) { stage in
            let weight = try #require(RoleWeight(900))
            try await stage.store.change(
                to: .initial, audit: stage.audit("hidden", visibleTo: weight))
            try await stage.store.change(to: .initial, audit: stage.audit("plain"))
            let acts = { (viewer: Int) in
                try await stage.store.audit(
                    before: nil, visibleTo: try #require(RoleWeight(viewer)), limit: 9
                ).map(\.entry.act)
            }
            #expect(try await acts(899) == ["plain"])
            #expect(try await acts(900) == ["plain", "hidden"])
        }
    }
}
