import Domain
import Service
import Store
import Testing
import Tracker

@Suite(.inTurn) struct SwarmContractTests {
    private let start = StoreStage.start
    private func later(_ seconds: Int64) -> Timestamp { start.adding(seconds: seconds) }

    @Test(
        "sightings are of clients that did not say goodbye and were heard lately",
        arguments: TestEngine.all)
    func sightings(engine: TestEngine) async throws {
        try await StoreStage.with(engine) { stage in
            let ana = try await stage.account("ana")
            let torrent = try await stage.entry(1, by: ana)
            try await stage.book(ana, torrent, peer: 1, left: 5, at: later(10))
            try await stage.book(ana, torrent, peer: 1, left: 5, from: "::9", at: later(90))
            try await stage.book(ana, torrent, peer: 2, at: later(20))
            try await stage.book(ana, torrent, peer: 3, left: 0, at: later(80))
            try await stage.book(ana, torrent, peer: 4, at: later(80))
            try await stage.book(ana, torrent, peer: 4, event: .stopped, at: later(85))
            let seen = try await stage.store.sessions(of: torrent, since: later(50))
            let (first, third) = (try StoreStage.peer(1), try StoreStage.peer(3))
            #expect(Set(seen.map(\.session.key.peerID)) == [first, third])
            let row = try #require(seen.first { $0.session.key.peerID == first })
            #expect(row.session.key.user == ana && row.left.bytes == 5 && row.v4 == nil)
            #expect(row.v6?.endpoint.address == IPAddress("::9") && row.v6?.at == later(90))
            #expect(row.session.isRunning && row.session.seenAt == later(90))
            #expect(try await stage.store.sessions(of: torrent, since: start).count == 3)
            #expect(try await stage.places(of: torrent, since: start).count == 2)
        }
    }

    @Test(
        "a member's torrents count once, seeding where any client has all",
        arguments: TestEngine.all)
    func activity(engine: TestEngine) async throws {
        try await StoreStage.with(engine) { stage in
            let ana = try await stage.account("ana")
            var torrents: [CatalogID] = []
            for number in 0..<3 { torrents.append(try await stage.entry(number, by: ana)) }
            try await stage.book(ana, torrents[0], peer: 1, left: 0)
            try await stage.book(ana, torrents[0], peer: 2, left: 9)
            try await stage.book(ana, torrents[1], left: 9)
            try await stage.book(ana, torrents[2], left: 9, event: .stopped)
            let hidden = try await stage.entry(4, weight: 400, by: ana)
            try await stage.book(ana, hidden, left: 9)
            let activity = { (moment: Timestamp, weight: RoleWeight) in
                try await stage.store.activity(of: ana, since: moment, visibleTo: weight)
            }
            #expect(try await activity(start, .guest) == SwarmCounts(seeders: 1, leechers: 1))
            #expect(try await activity(start, .superAdmin) == SwarmCounts(seeders: 1, leechers: 2))
            #expect(try await activity(later(1), .superAdmin) == SwarmCounts())
            try await stage.store.delete(hidden, at: start, audit: stage.audit())
            #expect(try await activity(start, .superAdmin) == SwarmCounts(seeders: 1, leechers: 1))
            #expect(try await stage.store.hasSession(of: ana, with: torrents[2]))
            let bia = try await stage.account("bia")
            #expect(try await stage.store.hasSession(of: bia, with: torrents[2]) == false)
            let shares = try await stage.store.shares(of: ana, activeSince: start)
            #expect(
                Set(shares.filter(\.isActive).map(\.catalog)) == Set(torrents.prefix(2) + [hidden]))
        }
    }

    @Test(
        "torrents with a swarm are known, and their sizes can be corrected",
        arguments: TestEngine.all)
    func counts(engine: TestEngine) async throws {
        try await StoreStage.with(engine) { stage in
            let ana = try await stage.account("ana")
            let (busy, idle) = (
                try await stage.entry(1, by: ana), try await stage.entry(2, by: ana)
            )
            try await stage.book(ana, busy, counts: SwarmCounts(seeders: 2, leechers: 3))
            try await stage.book(ana, idle)
            #expect(try await stage.store.busyTorrents() == [busy])
            #expect(try await stage.store.entry(busy)?.leechers == 3)
            try await stage.setCounts(of: busy, SwarmCounts())
            #expect(try await stage.store.busyTorrents().isEmpty)
        }
    }

    @Test("notes about torrents that are not in the catalog are dropped", arguments: TestEngine.all)
    func notes(engine: TestEngine) async throws {
        try await StoreStage.with(engine) { stage in
            let ana = try await stage.account("ana")
            try await stage.entry(1, by: ana)
            try await stage.store.keep(
                [
                    TransferNote(
                        kind: .pieceFinished, infoHash: try StoreStage.hash(1), piece: .max,
                        bytes: nil),
                    TransferNote(
                        kind: .uploadTick, infoHash: try StoreStage.hash(1), piece: nil,
                        bytes: ByteCount(clamping: .max)),
                    TransferNote(
                        kind: .torrentFinished, infoHash: try StoreStage.hash(2), piece: nil,
                        bytes: nil),
                ], of: ana, at: start)
            let rows = try await stage.engine.read {
                try $0.rows("select kind from transfer_report", []).count
            }
            #expect(rows == 2)
            // They are kept for review and credit nothing.
            #expect(try await stage.totals(ana) == .zero)
        }
    }
}
