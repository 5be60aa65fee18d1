import Domain
import Service
import Store
import Testing
import Tracker

/// Two servers of one ledger, each with what it remembers, and a client that announces now here,
/// now there.
@Suite(.inTurn) struct LedgerSharingTests {
    private struct Server {
        var memory = SwarmMemory(isShared: true)
        let session: UInt32

        init(_ user: UserID, _ torrent: CatalogID) throws {
            session = memory.remember(
                try StoreStage.peer(1), member: memory.addMember(user, totals: .zero),
                torrent: memory.addTorrent(torrent), as: nil, at: StoreStage.start)
        }
    }

    @Test(
        "claims of one client at two servers come to what they come to at one",
        arguments: TestEngine.all, [UInt64(1), 2, 3])
    func oneClient(engine: TestEngine, seed: UInt64) async throws {
        var chance = SeededGenerator(seed: seed)
        try await StoreStage.with(engine) { stage in
            let ana = try await stage.account("ana")
            let torrent = try await stage.entry(1, by: ana)
            var servers = [try Server(ana, torrent), try Server(ana, torrent)]
            let key = SessionKey(user: ana, torrent: torrent, peerID: try StoreStage.peer(1))
            var expected: LedgerSession?
            var (now, total) = (StoreStage.start, Counters.zero)
            for _ in 0..<120 {
                now = now.adding(seconds: [0, 1, 1, 30, 70].randomElement(using: &chance) ?? 0)
                let claim = Self.claim(after: expected?.last ?? .zero, at: now, &chance)
                let step = Ledger.step(
                    expected, key: key, claimed: claim.counters, event: claim.event, at: now)
                expected = step.session
                total += step.credit
                // Sometimes one batch has more than one of them.
                let server = Int.random(in: 0...1, using: &chance)
                let booking = servers[server].memory.announce(servers[server].session, claim)
                #expect(booking.waitsForDisk)
                if Int.random(in: 0..<3, using: &chance) == 0 {
                    let again = servers[server].memory.announce(servers[server].session, claim)
                    #expect(again.waitsForDisk)
                    expected =
                        Ledger.step(
                            expected, key: key, claimed: claim.counters, event: claim.event, at: now
                        ).session
                }
                try await stage.write(servers[server].memory.takeBatch())
                let row = try await stage.store.session(key)
                #expect(row?.session == expected)
                #expect(row?.left == claim.left || step.isLate)
            }
            let found = try await stage.totals(ana)
            #expect(Counters(up: found.up, down: found.down) == total)
            #expect(try await stage.store.verifyTotals().isEmpty)
        }
    }

    private static func claim(
        after last: Counters, at now: Timestamp, _ chance: inout SeededGenerator
    ) -> SwarmMemory.Claim {
        let more = Int64.random(in: 0...1000, using: &chance)
        let up =
            Int.random(in: 0..<4, using: &chance) == 0
            ? Int64.random(in: 0...last.up.bytes + 1, using: &chance) : last.up.bytes + more
        return SwarmMemory.Claim(
            endpoint: PeerEndpoint(address: .v4(0x0A00_0001), port: 6881),
            counters: Counters(up: ByteCount(clamping: up), down: last.down),
            left: ByteCount(clamping: Int64.random(in: 0...1, using: &chance)),
            event: [nil, nil, .started, .stopped, .completed].randomElement(using: &chance) ?? nil,
            at: now)
    }
}
