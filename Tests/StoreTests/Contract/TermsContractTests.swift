import Domain
import Service
import Store
import Testing
import Tracker

/// What torrents count for, and what is booked by it, on both kinds of database.
@Suite(.inTurn) struct TermsContractTests {
    private static let start = StoreStage.start
    private static let free = TermsPeriod(
        terms: .freeleech, from: start, until: start.adding(seconds: 5000))
    private static let double = TermsPeriod(
        terms: CreditTerms(uploadPercent: 200), from: start.adding(seconds: 9000))

    @discardableResult
    private func set(_ periods: [TermsPeriod], of torrent: CatalogID, _ stage: StoreStage)
        async throws -> [TermsPeriod]
    {
        try await stage.store.changeTerms(
            of: torrent, { _ in periods },
            audit: { before, after in
                stage.audit("\(before.count) to \(after.count)")
            })
    }

    @Test(
        "periods are kept as they are, by torrent, and a change of none is none",
        arguments: TestEngine.all)
    func kept(engine: TestEngine) async throws {
        try await StoreStage.with(engine) { stage in
            let ana = try await stage.account("ana")
            let first = try await stage.entry(1, by: ana)
            let second = try await stage.entry(2, by: ana)
            #expect(try await stage.store.terms(of: [first, second]).isEmpty)
            #expect(try await stage.store.terms(of: []).isEmpty)
            let always = TermsPeriod(terms: CreditTerms(uploadPercent: 0, downloadPercent: 10_000))
            for periods in [[Self.double], [Self.free, Self.double, always]] {
                #expect(try await set(periods, of: first, stage) == periods)
            }
            try await set([Self.double], of: second, stage)
            try await set([Self.double], of: second, stage)
            #expect(
                try await stage.store.terms(of: [first, second, CatalogID(99)]) == [
                    first: [Self.free, Self.double, always], second: [Self.double],
                ])
            try await set([], of: second, stage)
            #expect(try await stage.store.terms(of: [second]).isEmpty)
            #expect(try await stage.acts() == ["1 to 0", "0 to 1", "1 to 3", "0 to 1"])
            try await stage.store.delete(first, at: Self.start, audit: stage.audit("deleted"))
            for gone in [first, CatalogID(99)] {
                await #expect(throws: StoreFailure.gone) {
                    try await set([], of: gone, stage)
                }
            }
        }
    }

    @Test("of many changes at once none is lost", arguments: TestEngine.all)
    func atOnce(engine: TestEngine) async throws {
        try await StoreStage.with(engine) { stage in
            let ana = try await stage.account("ana")
            let torrent = try await stage.entry(1, by: ana)
            try await withThrowingTaskGroup(of: Void.self) { group in
                for percent in 1...8 {
                    group.addTask {
                        _ = try await stage.store.changeTerms(
                            of: torrent,
                            { $0 + [TermsPeriod(terms: CreditTerms(uploadPercent: percent))] },
                            audit: { _, _ in stage.audit() })
                    }
                }
                try await group.waitForAll()
            }
            let kept = try await stage.store.terms(of: [torrent])[torrent] ?? []
            #expect(Set(kept.map(\.terms.uploadPercent)) == Set(1...8))
        }
    }

    @Test(
        "a session is credited by how it was when it was last heard and is now, and a total is the sum of that",
        arguments: TestEngine.all)
    func booked(engine: TestEngine) async throws {
        try await StoreStage.with(engine) { stage in
            let ana = try await stage.account("ana")
            let torrent = try await stage.entry(1, by: ana)
            let terms = TorrentTerms(periods: [Self.free, Self.double])
            let book = { (seconds: Int64, up: Int64, down: Int64) in
                try await stage.book(
                    ana, torrent, up: up, down: down, at: Self.start.adding(seconds: seconds),
                    terms: terms)
            }
            // What was moved before is the baseline, whatever it would count for.
            #expect(try await book(-1000, 50, 50) == .zero)
            #expect(try await book(-500, 60, 70) == Counters(10, 20))
            #expect(try await book(100, 70, 100) == Counters(10, 0))
            #expect(try await book(6000, 80, 130) == Counters(10, 0))
            #expect(try await book(7000, 90, 140) == Counters(10, 10))
            #expect(try await book(9500, 100, 150) == Counters(20, 10))
            #expect(try await stage.totals(ana) == Totals(60, 40))
            #expect(try await stage.store.verifyTotals().isEmpty)
            let session = try #require(
                try await stage.store.explanation(of: "ana")?.torrents.first?.sessions.first)
            #expect(session.credited == Counters(60, 40) && session.moved == Counters(50, 100))
            #expect(session.claimed == Counters(100, 150))
        }
    }

    @Test(
        "what was moved and how long was seeded is kept with the credit, and once",
        arguments: TestEngine.all)
    func effort(engine: TestEngine) async throws {
        try await StoreStage.with(engine) { stage in
            let ana = try await stage.account("ana")
            let torrent = try await stage.entry(1, by: ana)
            let terms = TorrentTerms(
                periods: [TermsPeriod(terms: .freeleech)], interval: 1000)
            let book = {
                (
                    peer: Int, seconds: Int64, up: Int64, down: Int64, left: Int64,
                    event: AnnounceEvent?
                ) in
                _ = try await stage.book(
                    ana, torrent, peer: peer, up: up, down: down, left: left, event: event,
                    at: Self.start.adding(seconds: seconds), terms: terms)
            }
            let share = {
                try #require(
                    try await stage.store.shares(of: ana, activeSince: Self.start).first)
            }
            try await book(1, 0, 0, 0, 100, .started)
            try await book(1, 500, 0, 100, 0, .completed)
            #expect(try await share().seededSeconds == 0)
            try await book(1, 1500, 30, 100, 0, nil)
            // Said twice, and once more too late.
            try await book(1, 1500, 30, 100, 0, nil)
            try await book(1, 1510, 20, 100, 0, nil)
            #expect(try await share().seededSeconds == 1000)
            #expect(try await share().moved == Counters(30, 100))
            #expect(try await share().credited == Counters(30, 0))
            try await book(1, 2000, 40, 100, 0, .stopped)
            try await book(1, 9000, 0, 0, 0, .started)
            try await book(1, 9100, 5, 0, 0, nil)
            #expect(try await share().seededSeconds == 1600)
            // Another of their clients, and so much of it that no sum of integers would hold it.
            try await book(2, 9100, 0, 0, 0, .started)
            for peer in 3..<16 { try await book(peer, 9100, 0, 0, 0, .started) }
            for peer in 3..<16 { try await book(peer, 9200, .max, .max, 0, nil) }
            #expect(try await share().moved == Counters(.max, .max))
            #expect(try await share().seededSeconds == 1600 + 13 * 100)
            for peer in 3..<16 { try await book(peer, 10_200, .max, .max, 0, nil) }
            // As long as the clock went, however many clients there are.
            #expect(try await share().seededSeconds == 10_200)
            #expect(try await stage.store.verifyTotals().isEmpty)
        }
    }

    @Test("what somebody downloads now is known by torrent", arguments: TestEngine.all)
    func downloads(engine: TestEngine) async throws {
        try await StoreStage.with(engine) { stage in
            let ana = try await stage.account("ana")
            let bia = try await stage.account("bia")
            var torrents: [CatalogID] = []
            for number in 0..<6 { torrents.append(try await stage.entry(number, by: ana)) }
            try await stage.book(ana, torrents[0], left: 5)
            try await stage.book(ana, torrents[0], peer: 2, left: 9)
            try await stage.book(ana, torrents[1], left: 0)
            try await stage.book(ana, torrents[2], left: 5, event: .stopped)
            try await stage.book(ana, torrents[3], left: 5, at: Self.start.adding(seconds: -1))
            try await stage.book(bia, torrents[4], left: 5)
            try await stage.book(ana, torrents[5], left: 5)
            let now = { try await stage.store.downloads(of: ana, since: Self.start) }
            #expect(try await now() == [torrents[0], torrents[5]])
            try await stage.store.delete(torrents[5], at: Self.start, audit: stage.audit())
            #expect(try await now() == [torrents[0]])
        }
    }

    @Test(
        "what a role asks is kept with it, and rules about clients with their kind",
        arguments: TestEngine.all)
    func limits(engine: TestEngine) async throws {
        try await StoreStage.with(engine) { stage in
            let limits = [
                RoleLimits(requiredRatio: 0.333, graceBytes: .zero, downloadSlots: 0),
                RoleLimits(requiredRatio: 100, graceBytes: CommunitySettings.mostGrace),
                .none, RoleLimits(downloadSlots: 10_000),
            ]
            for limits in limits {
                let tree = try await stage.store.tree()
                var member = try #require(tree[BuiltInRoles.member])
                member.limits = limits
                try await stage.store.change(member, expecting: tree, audit: stage.audit())
                #expect(try await stage.store.tree()[BuiltInRoles.member] == member)
            }
            for kind in ClientRule.allCases {
                let prefix = try #require(ClientPrefix(rawValue: "-\(kind.rawValue)"))
                _ = try await stage.store.ban(
                    ClientBan(
                        id: 0, prefix: prefix, kind: kind, reason: "x", actorName: "admin",
                        madeAt: Self.start), audit: stage.audit())
            }
            #expect(
                try await stage.store.clientBans(before: nil, limit: 9).map(\.kind)
                    == [.allow, .ban])
        }
    }
}
