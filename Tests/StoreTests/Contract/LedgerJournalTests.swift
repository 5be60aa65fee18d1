import Domain
import Service
import Store
import Testing
import Tracker

/// What is on disk before it is in its rows.
@Suite(.inTurn) struct LedgerJournalTests {
    @Test("a batch comes back as it was kept, whatever is in it", arguments: TestEngine.all)
    func roundTrip(engine: TestEngine) async throws {
        var random = SeededGenerator(seed: 11)
        try await StoreStage.with(engine) { stage in
            #expect(try await stage.store.journal() == nil)
            var batch = LedgerBatch()
            for user in 1...200 { batch.records.append(Self.record(user, &random)) }
            batch.counts = [
                CatalogID(.max): SwarmCounts(seeders: 0, leechers: .max),
                CatalogID(1): SwarmCounts(seeders: 3, leechers: 1),
            ]
            let bytes = try await stage.store.keep(batch, as: BatchName(writer: 1, number: 1))
            // Under its name it is kept once.
            _ = try await stage.store.keep(batch, as: BatchName(writer: 1, number: 1))
            let journal = try #require(try await stage.store.journal())
            let piece = try journal.changes.piece(from: 0, atMost: .max)
            #expect(piece.records == batch.records)
            #expect(piece.counts.map(\.torrent) == [CatalogID(1), CatalogID(.max)])
            #expect(
                piece.counts.map(\.counts) == [
                    SwarmCounts(seeders: 3, leechers: 1), SwarmCounts(seeders: 0, leechers: .max),
                ])
            #expect(journal.applied == 0 && bytes > 0)
        }
    }

    @Test(
        "what a session did in several batches is one change of its row", arguments: TestEngine.all)
    func joined(engine: TestEngine) async throws {
        try await StoreStage.with(engine) { stage in
            let ana = try await stage.account("ana")
            let torrent = try await stage.entry(1, by: ana)
            var memory = SwarmMemory()
            let session = memory.remember(
                try StoreStage.peer(1), member: memory.addMember(ana, totals: .zero),
                torrent: memory.addTorrent(torrent), as: nil, at: StoreStage.start)
            let claims: [(Int64, AnnounceEvent?)] = [
                (10, .started), (30, nil), (100, .completed), (7, .started), (9, nil),
                (9, .stopped),
            ]
            for (number, claim) in claims.enumerated() {
                memory.announce(
                    session,
                    SwarmMemory.Claim(
                        endpoint: PeerEndpoint(address: .v4(1), port: 2),
                        counters: Counters(up: ByteCount(clamping: claim.0), down: .zero),
                        left: .zero, event: claim.1,
                        at: StoreStage.start.adding(seconds: Int64(number) * 100)))
                _ = try await stage.store.keep(
                    memory.takeBatch(), as: BatchName(writer: 1, number: UInt64(number + 1)))
            }
            let journal = try #require(try await stage.store.journal())
            let records = try journal.changes.piece(from: 0, atMost: 1).records
            #expect(records.count == 1)
            #expect(
                records.first?.credit == Counters(up: ByteCount(clamping: 92), down: .zero))
            // Rows know nothing of it yet, and all of it at once.
            #expect(try await stage.totals(ana).up.bytes == 0)
            #expect(try await stage.store.apply(journal, atMost: 1)?.differences == [:])
            #expect(try await stage.totals(ana).up.bytes == 92)
            let row = try #require(try await stage.store.session(records[0].key))
            #expect(row.session.last.up.bytes == 9 && !row.session.isRunning)
            #expect(try await stage.store.entry(torrent)?.completed == 1)
            #expect(try await stage.store.verifyTotals().isEmpty)
            _ = try await stage.store.apply(
                try #require(try await stage.store.journal()), atMost: 9)
            #expect(try await stage.store.journal() == nil)
        }
    }

    @Test(
        "two clients of one member whose ids are nearly the same stay two",
        arguments: TestEngine.all)
    func apart(engine: TestEngine) async throws {
        try await StoreStage.with(engine) { stage in
            let ana = try await stage.account("ana")
            let torrent = try await stage.entry(1, by: ana)
            let peers = [Bytes20(1, 7, 1), Bytes20(2, 7, 1)].map { PeerID($0) }
            for number in 1...3 {
                var batch = LedgerBatch()
                for (index, peer) in peers.enumerated() {
                    let counters = { (times: Int) in
                        Counters(up: ByteCount(clamping: Int64(times * (index + 1))), down: .zero)
                    }
                    var record = LedgerRecord(
                        key: SessionKey(user: ana, torrent: torrent, peerID: peer),
                        base: number == 1 ? nil : counters(number - 1), last: counters(number),
                        at: StoreStage.start.adding(seconds: Int64(number)), isRunning: true)
                    record.credit = counters(1)
                    record.left = .zero
                    batch.records.append(record)
                }
                _ = try await stage.store.keep(
                    batch, as: BatchName(writer: 1, number: UInt64(number)))
            }
            let journal = try #require(try await stage.store.journal())
            let piece = try journal.changes.piece(from: 0, atMost: 1)
            #expect(piece.records.map(\.last.up.bytes) == [3, 6])
            #expect(try await stage.store.apply(journal, atMost: 1)?.rest.isApplied == true)
            #expect(try await stage.totals(ana).up.bytes == 9)
            #expect(try await stage.store.verifyTotals().isEmpty)
        }
    }

    @Test("a store that is opened has everything in its rows", arguments: TestEngine.all)
    func opened(engine: TestEngine) async throws {
        var stage = try await StoreStage(engine)
        let ana = try await stage.account("ana")
        let torrent = try await stage.entry(1, by: ana)
        var batch = LedgerBatch()
        for number in 0..<20 {
            var record = LedgerRecord(
                key: SessionKey(user: ana, torrent: torrent, peerID: try StoreStage.peer(number)),
                base: nil, last: .zero, at: StoreStage.start, isRunning: true)
            record.credit = Counters(up: ByteCount(clamping: 5), down: .zero)
            record.left = .zero
            batch.records.append(record)
        }
        batch.counts = [torrent: SwarmCounts(seeders: 20, leechers: 0)]
        _ = try await stage.store.keep(batch, as: BatchName(writer: 1, number: 1))
        // It ended in the middle of a piece.
        let journal = try #require(try await stage.store.journal())
        _ = try await stage.store.apply(journal, atMost: 13)
        #expect(try await stage.totals(ana).up.bytes == 65)
        #expect(try await stage.store.verifyTotals().isEmpty)
        stage = try await stage.restarted()
        #expect(try await stage.store.journal() == nil)
        #expect(try await stage.totals(ana).up.bytes == 100)
        #expect(try await stage.store.entry(torrent)?.seeders == 20)
        try await stage.store.close()
    }

    @Test("bytes that nobody kept are a fault, and no trap", arguments: TestEngine.all)
    func garbage(engine: TestEngine) async throws {
        var random = SeededGenerator(seed: 12)
        try await StoreStage.with(engine) { stage in
            var batch = LedgerBatch()
            batch.records = [Self.record(1, &random)]
            _ = try await stage.store.keep(batch, as: BatchName(writer: 1, number: 1))
            let kept = try await stage.engine.read { db in
                try db.values("select hex(body) as body from ledger_journal", [], ["body"])
            }
            guard case .text(let hex) = try #require(kept.first)[0] else { return }
            for length in [0, 1, 2, 10, 30, hex.count / 2 - 1] {
                let cut = hex.prefix(length * 2)
                try await stage.engine.write { db in
                    _ = try db.run("update ledger_journal set body = x'\(cut)'", [])
                }
                await #expect(throws: (any Error).self) { try await stage.store.journal() }
            }
            try await stage.engine.write { db in
                _ = try db.run("update ledger_journal set body = x'01FFFFFFFFFFFFFFFFFFFF7F'", [])
            }
            await #expect(throws: (any Error).self) { try await stage.store.journal() }
        }
    }

    private static func record(_ user: Int, _ random: inout SeededGenerator) -> LedgerRecord {
        func count() -> ByteCount {
            ByteCount(
                clamping: [0, 1, 127, 128, .max, .random(in: 0 ... .max, using: &random)]
                    .randomElement(using: &random) ?? 0)
        }
        func place(_ address: IPAddress) -> LedgerRecord.Place? {
            guard Bool.random(using: &random) else { return nil }
            return LedgerRecord.Place(
                endpoint: PeerEndpoint(
                    address: address, port: .random(in: 0 ... .max, using: &random)),
                at: Timestamp(seconds: .random(in: .min ... .max, using: &random)))
        }
        let isRunning = Bool.random(using: &random)
        var record = LedgerRecord(
            key: SessionKey(
                user: UserID(Int64(user)),
                torrent: CatalogID(.random(in: 1 ... .max, using: &random)),
                peerID: PeerID(
                    Bytes20(.random(in: 0 ... .max, using: &random), 1, .max))),
            base: Bool.random(using: &random) ? Counters(up: count(), down: count()) : nil,
            last: Counters(up: count(), down: count()), at: Timestamp(seconds: Int64(user)),
            isRunning: isRunning)
        record.credit = Counters(up: count(), down: count())
        record.moved = Counters(up: count(), down: count())
        record.seededSeconds = .random(in: 0 ... .max, using: &random)
        record.left = Bool.random(using: &random) ? count() : nil
        record.event = isRunning ? Bool.random(using: &random) ? .started : nil : .stopped
        record.completes = Bool.random(using: &random)
        record.v4 = place(.v4(.random(in: 0 ... .max, using: &random)))
        record.v6 = place(.v6(high: .random(in: 0 ... .max, using: &random), low: 1))
        let periods = (0..<Int.random(in: 0...3, using: &random)).map { number in
            TermsPeriod(
                terms: CreditTerms(uploadPercent: number * 100, downloadPercent: 0),
                from: Bool.random(using: &random) ? Timestamp(seconds: -5) : nil,
                until: Bool.random(using: &random) ? Timestamp(seconds: 1 << 40) : nil)
        }
        record.terms = TorrentTerms(periods: periods, interval: 1800)
        return record
    }
}
