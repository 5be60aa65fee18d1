import Domain
import Service
import Store
import Testing
import Tracker

/// The promises of `Tracker.Ledger` for many announces in one transaction.
@Suite(.inTurn) struct LedgerBatchContractTests {
    private static func count(_ up: Int64, _ down: Int64 = 0) -> Counters {
        Counters(up: ByteCount(clamping: up), down: ByteCount(clamping: down))
    }

    private static func place(_ number: Int) -> PeerEndpoint {
        PeerEndpoint(
            address: number.isMultiple(of: 2)
                ? .v4(0x0A00_0001) : .v6(high: 0x2001_0DB8_0000_0000, low: 1),
            port: UInt16(7000 + number))
    }

    @Test(
        "what another server wrote meanwhile is not credited again, and is told to who foresaw it",
        arguments: TestEngine.all)
    func overtaken(engine: TestEngine) async throws {
        try await StoreStage.with(engine) { stage in
            let ana = try await stage.account("ana")
            let torrent = try await stage.entry(1, by: ana)
            try await stage.book(ana, torrent, up: 100, left: 0)
            try await stage.book(ana, torrent, up: 150, left: 0)
            var record = LedgerRecord(
                key: SessionKey(user: ana, torrent: torrent, peerID: try StoreStage.peer(1)),
                base: Self.count(100), last: Self.count(160),
                at: StoreStage.start.adding(seconds: 9), isRunning: true)
            record.credit = Self.count(60)
            record.completes = true
            var batch = LedgerBatch()
            batch.records = [record]
            let name = BatchName(writer: 5, number: 3)
            let differences = try await stage.store.book(batch, as: name)
            #expect(differences == [ana: LedgerDifference(up: -50)])
            #expect(try await stage.totals(ana).up.bytes == 60)
            #expect(try await stage.store.verifyTotals().isEmpty)
            _ = try await stage.store.book(batch, as: BatchName(writer: 5, number: 4))
            #expect(try await stage.store.entry(torrent)?.completed == 1)
        }
    }

    @Test(
        "4: a batch whose commit was in doubt is written once, whatever it holds",
        arguments: TestEngine.all)
    func writtenTwice(engine: TestEngine) async throws {
        try await StoreStage.with(engine) { stage in
            let ana = try await stage.account("ana")
            let torrent = try await stage.entry(1, by: ana)
            try await stage.book(ana, torrent, up: 100)
            // It began again and came to where it was: the row does not tell.
            var record = LedgerRecord(
                key: SessionKey(user: ana, torrent: torrent, peerID: try StoreStage.peer(1)),
                base: Self.count(100), last: Self.count(100), at: StoreStage.start,
                isRunning: true)
            record.credit = Self.count(100)
            var batch = LedgerBatch()
            batch.records = [record]
            for _ in 0..<3 {
                _ = try await stage.store.book(batch, as: BatchName(writer: 7, number: 9))
            }
            _ = try await stage.store.book(batch, as: BatchName(writer: 7, number: 8))
            #expect(try await stage.totals(ana).up.bytes == 100)
            _ = try await stage.store.book(batch, as: BatchName(writer: 7, number: 10))
            _ = try await stage.store.book(batch, as: BatchName(writer: 8, number: 1))
            #expect(try await stage.totals(ana).up.bytes == 300)
            #expect(try await stage.store.verifyTotals().isEmpty)
        }
    }

    @Test(
        "a total ends at 1 EiB, and so do the sessions behind it; others in the batch are written",
        arguments: TestEngine.all)
    func fullTotals(engine: TestEngine) async throws {
        try await StoreStage.with(engine) { stage in
            let ana = try await stage.account("ana")
            let bia = try await stage.account("bia")
            let torrent = try await stage.entry(1, by: ana)
            let most: Int64 = 1 << 60
            try await stage.adjust(ana, up: most - 10, by: bia)
            var batch = LedgerBatch()
            for (number, user) in [ana, ana, bia].enumerated() {
                var record = LedgerRecord(
                    key: SessionKey(
                        user: user, torrent: torrent, peerID: try StoreStage.peer(number)),
                    base: nil, last: Self.count(7), at: StoreStage.start, isRunning: true)
                record.credit = Self.count(7)
                record.left = .zero
                batch.records.append(record)
            }
            let differences = try await stage.write(batch)
            #expect(differences == [ana: LedgerDifference(up: -4)])
            #expect(try await stage.totals(ana).up.bytes == most)
            #expect(try await stage.totals(bia).up.bytes == 7)
            #expect(try await stage.store.verifyTotals().isEmpty)
        }
    }

    @Test("a batch keeps addresses, completions and the sizes of swarms", arguments: TestEngine.all)
    func facts(engine: TestEngine) async throws {
        try await StoreStage.with(engine) { stage in
            let ana = try await stage.account("ana")
            let torrent = try await stage.entry(1, by: ana)
            var memory = SwarmMemory()
            let session = memory.remember(
                try StoreStage.peer(1), member: memory.addMember(ana, totals: .zero),
                torrent: memory.addTorrent(torrent), as: nil, at: StoreStage.start)
            for (place, event) in [(0, AnnounceEvent.started), (1, .completed)] {
                memory.announce(
                    session,
                    SwarmMemory.Claim(
                        endpoint: Self.place(place), counters: .zero, left: .zero, event: event,
                        at: StoreStage.start))
            }
            let batch = memory.takeBatch()
            #expect(batch.records.count == 1)
            try await stage.write(batch)
            let places = try await stage.places(of: torrent, since: StoreStage.start)
            #expect(places == [Self.place(0), Self.place(1)])
            let entry = try #require(try await stage.store.entry(torrent))
            #expect([entry.seeders, entry.leechers, entry.completed] == [1, 0, 1])
        }
    }
}
