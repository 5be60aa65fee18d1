import Domain
import Service
import Store
import Testing
import Tracker

/// The promises of `Tracker.Ledger`, each by its number, as a database keeps them.
@Suite(.inTurn) struct LedgerContractTests {
    private func withSeeder(
        _ engine: TestEngine, _ test: (StoreStage, UserID, CatalogID) async throws -> Void
    ) async throws {
        try await StoreStage.with(engine) { stage in
            let ana = try await stage.account("ana")
            try await test(stage, ana, try await stage.entry(1, by: ana))
        }
    }

    @Test("1: announces of one client over IPv4 and IPv6 count once", arguments: TestEngine.all)
    func addressFamilies(engine: TestEngine) async throws {
        try await withSeeder(engine) { stage, ana, torrent in
            for (up, address) in [
                (0, "10.0.0.1"), (0, "2001:db8::1"), (100, "10.0.0.1"), (100, "2001:db8::1"),
                (150, "2001:db8::1"), (150, "10.0.0.1"),
            ] as [(Int64, String)] {
                try await stage.book(ana, torrent, up: up, left: 0, from: address)
            }
            #expect(try await stage.totals(ana) == Totals(150, 0))
            let rows = try await stage.store.sessions(of: torrent, since: StoreStage.start)
            #expect(rows.count == 1)
            #expect(try await stage.places(of: torrent, since: StoreStage.start).count == 2)
        }
    }

    @Test(
        "2: the first sight of a session sets the baseline and credits nothing",
        arguments: TestEngine.all)
    func firstSight(engine: TestEngine) async throws {
        try await withSeeder(engine) { stage, ana, torrent in
            #expect(try await stage.book(ana, torrent, up: 5000, down: 300) == .zero)
            #expect(try await stage.totals(ana) == .zero)
            #expect(try await stage.book(ana, torrent, up: 5010, down: 301) == Counters(10, 1))
            // Another peer id, torrent or user is another session.
            #expect(try await stage.book(ana, torrent, peer: 2, up: 9000) == .zero)
            let other = try await stage.entry(2, by: ana)
            #expect(try await stage.book(ana, other, up: 9000) == .zero)
            let bia = try await stage.account("bia")
            #expect(try await stage.book(bia, torrent, up: 9000) == .zero)
            #expect(try await stage.totals(ana) == Totals(10, 1))
        }
    }

    @Test(
        "3: a counter that went back sets a new baseline and credits nothing",
        arguments: TestEngine.all)
    func goingBack(engine: TestEngine) async throws {
        try await withSeeder(engine) { stage, ana, torrent in
            try await stage.book(ana, torrent, up: 100, down: 100)
            #expect(try await stage.book(ana, torrent, up: 150, down: 120) == Counters(50, 20))
            #expect(try await stage.book(ana, torrent, up: 0, down: 130) == Counters(0, 10))
            #expect(try await stage.book(ana, torrent, up: 7, down: 130) == Counters(7, 0))
            #expect(try await stage.totals(ana) == Totals(57, 30))
        }
    }

    @Test("4: a retried write changes nothing", arguments: TestEngine.all)
    func retried(engine: TestEngine) async throws {
        try await withSeeder(engine) { stage, ana, torrent in
            try await stage.book(ana, torrent)
            #expect(try await stage.book(ana, torrent, up: 80, down: 5) == Counters(80, 5))
            for _ in 0..<3 {
                #expect(try await stage.book(ana, torrent, up: 80, down: 5) == .zero)
            }
            #expect(try await stage.totals(ana) == Totals(80, 5))
            // A completion is counted once too.
            for _ in 0..<3 {
                try await stage.book(ana, torrent, up: 80, down: 9, left: 0, event: .completed)
            }
            #expect(try await stage.store.entry(torrent)?.completed == 1)
        }
    }

    @Test(
        "4: a batch that cannot be written whole is not written at all", arguments: TestEngine.all)
    func atomic(engine: TestEngine) async throws {
        try await withSeeder(engine) { stage, ana, torrent in
            try await stage.book(ana, torrent, up: 10)
            var batch = LedgerBatch()
            for user in [ana, UserID(99)] {
                var record = LedgerRecord(
                    key: SessionKey(
                        user: user, torrent: torrent, peerID: try StoreStage.peer(1)),
                    base: Counters(10, 0), last: Counters(15, 0), at: StoreStage.start,
                    isRunning: true)
                record.left = .zero
                record.credit = Counters(5, 0)
                batch.records.append(record)
            }
            await #expect(throws: (any Error).self) { try await stage.write(batch) }
            #expect(try await stage.totals(ana) == Totals(0, 0))
            #expect(try await stage.book(ana, torrent, up: 20) == Counters(10, 0))
            #expect(try await stage.store.verifyTotals().isEmpty)
        }
    }

    @Test("5: what was answered is there after a restart", arguments: TestEngine.all)
    func restart(engine: TestEngine) async throws {
        let first = try await StoreStage(engine)
        let ana = try await first.account("ana")
        let torrent = try await first.entry(1, by: ana)
        try await first.book(ana, torrent)
        try await first.book(
            ana, torrent, up: 42, left: 0, event: .stopped, counts: SwarmCounts(seeders: 3))
        let second = try await first.restarted()
        #expect(try await second.totals(ana) == Totals(42, 0))
        #expect(try await second.store.entry(torrent)?.seeders == 3)
        // The baseline is kept too: the next announce credits only what is new.
        #expect(try await second.book(ana, torrent, up: 50) == Counters(8, 0))
        try await second.store.close()
    }

    @Test("6: after any history every total is the sum behind it", arguments: TestEngine.all)
    func sums(engine: TestEngine) async throws {
        try await StoreStage.with(engine) { stage in
            var random = SeededGenerator(seed: 42)
            let users = [
                try await stage.account("ana"), try await stage.account("bia"),
                try await stage.account("caio"),
            ]
            var torrents: [CatalogID] = []
            for number in 0..<4 { torrents.append(try await stage.entry(number, by: users[0])) }
            var expected = [UserID: Totals]()
            var now = StoreStage.start
            for step in 0..<600 {
                now = now.adding(seconds: Int64.random(in: 0...4000, using: &random))
                let user = try #require(users.randomElement(using: &random))
                var totals = expected[user] ?? .zero
                if Int.random(in: 0..<6, using: &random) == 0 {
                    let (up, down) = (
                        Int64.random(in: -900...900, using: &random),
                        Int64.random(in: -900...900, using: &random)
                    )
                    do {
                        try await stage.adjust(user, up: up, down: down, by: users[0], at: now)
                        totals = Totals(totals.up.bytes + up, totals.down.bytes + down)
                    } catch {
                        #expect(error as? StoreFailure == .belowZero)
                        #expect(totals.up.bytes + up < 0 || totals.down.bytes + down < 0)
                    }
                } else {
                    let torrent = try #require(torrents.randomElement(using: &random))
                    let credit = try await stage.book(
                        user, torrent, peer: Int.random(in: 0...2, using: &random),
                        up: Int64.random(in: 0...5000, using: &random),
                        down: Int64.random(in: 0...5000, using: &random), at: now)
                    totals.up += credit.up
                    totals.down += credit.down
                }
                expected[user] = totals
                if step == 300 {
                    try await stage.store.delete(torrents[0], at: now, audit: stage.audit())
                }
            }
            for user in users { #expect(try await stage.totals(user) == expected[user]) }
            #expect(try await stage.store.verifyTotals().isEmpty)
        }
    }

    @Test("6: a row that was tampered with is named", arguments: TestEngine.all)
    func tampered(engine: TestEngine) async throws {
        try await withSeeder(engine) { stage, ana, torrent in
            let bia = try await stage.account("bia")
            for user in [ana, bia] {
                try await stage.book(user, torrent)
                try await stage.book(user, torrent, up: 100, down: 40)
            }
            try await stage.tamper("update account set bytes_up = 999 where username = 'bia'")
            try await stage.tamper(
                "update ledger_session set credited_down = 41 where user_id = ?",
                [.integer(ana.rawValue)])
            #expect(
                try await stage.store.verifyTotals() == [
                    LedgerBreak(user: ana, username: "ana", counter: "down", kept: 40, derived: 41),
                    LedgerBreak(user: bia, username: "bia", counter: "up", kept: 999, derived: 100),
                ])
        }
    }

    @Test("6: claims beyond all reason fill a total and never break it", arguments: TestEngine.all)
    func absurd(engine: TestEngine) async throws {
        try await withSeeder(engine) { stage, ana, torrent in
            for peer in 0..<4 {
                try await stage.book(ana, torrent, peer: peer)
                try await stage.book(ana, torrent, peer: peer, up: .max, down: .max, left: .max)
            }
            let most: Int64 = 1 << 60
            #expect(try await stage.totals(ana) == Totals(most, most))
            #expect(try await stage.store.verifyTotals().isEmpty)
            try await stage.adjust(ana, up: -most, down: -most, by: ana)
            try await stage.book(ana, torrent, peer: 9)
            try await stage.book(ana, torrent, peer: 9, up: 10, down: 3)
            #expect(try await stage.totals(ana) == Totals(10, 3))
            #expect(try await stage.store.verifyTotals().isEmpty)
            #expect(try await stage.store.shares(of: ana, activeSince: StoreStage.start).count == 1)
        }
    }

    @Test(
        "7: an adjustment is kept with its actor and reason, and never goes below zero",
        arguments: TestEngine.all)
    func adjustments(engine: TestEngine) async throws {
        try await withSeeder(engine) { stage, ana, _ in
            let admin = try await stage.account("admin", role: BuiltInRoles.superAdmin)
            try await stage.adjust(ana, up: 500, down: 10, by: admin)
            try await stage.adjust(ana, up: -200, by: admin)
            #expect(try await stage.totals(ana) == Totals(300, 10))
            for (up, down) in [(-301, 0), (0, -11), (Int64.min, 0), (.max, 0)] as [(Int64, Int64)] {
                await #expect(throws: StoreFailure.belowZero) {
                    try await stage.adjust(ana, up: up, down: down, by: admin)
                }
            }
            // The schema wants a reason and somebody who is there.
            await #expect(throws: (any Error).self) {
                try await stage.adjust(ana, up: 1, reason: "", by: admin)
            }
            await #expect(throws: (any Error).self) {
                try await stage.adjust(ana, up: 1, by: UserID(99))
            }
            await #expect(throws: StoreFailure.gone) {
                try await stage.adjust(UserID(99), up: 1, by: admin)
            }
            #expect(try await stage.totals(ana) == Totals(300, 10))
            #expect(try await stage.acts() == ["ratio.adjusted", "ratio.adjusted"])
            #expect(try await stage.store.verifyTotals().isEmpty)
        }
    }
}
