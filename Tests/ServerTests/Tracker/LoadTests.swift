import Domain
import Service
import Testing
import Tracker

/// What the tracker does otherwise when much comes at once.
@Suite struct LoadTests {
    private static func batch(_ records: Int) -> LedgerBatch {
        var batch = LedgerBatch()
        for number in 0..<records {
            batch.records.append(
                LedgerRecord(
                    key: SessionKey(
                        user: UserID(Int64(number)), torrent: CatalogID(1),
                        peerID: PeerID(Bytes20(repeating: 1))),
                    base: nil, last: .zero, at: Timestamp(seconds: 0), isRunning: true))
        }
        return batch
    }

    @Test("small batches go into their rows at once, and never before one that is in the journal")
    func backlog() {
        let start = ContinuousClock.now
        var backlog = JournalBacklog()
        #expect(!backlog.takes(Self.batch(JournalBacklog.small)))
        #expect(backlog.takes(Self.batch(JournalBacklog.small + 1)))
        #expect(!backlog.isDue(at: start + .seconds(1000)))
        backlog.add(100, at: start)
        #expect(backlog.takes(Self.batch(1)))
        backlog.add(50, at: start + .seconds(4))
        #expect(!backlog.isDue(at: start + .seconds(4)))
        #expect(backlog.isDue(at: start + JournalBacklog.patience))
        // What came while it was applied waits from then on.
        backlog.applied(100, at: start + .seconds(6))
        #expect(backlog.bytes == 50 && backlog.takes(Self.batch(1)))
        #expect(!backlog.isDue(at: start + .seconds(10)))
        backlog.postpone(at: start + .seconds(12))
        backlog.add(JournalBacklog.mostBytes, at: start + .seconds(13))
        #expect(!backlog.isDue(at: start + .seconds(16)))
        #expect(backlog.isDue(at: start + .seconds(17)))
        // However often it was tried.
        #expect(backlog.age(at: start + .seconds(17)) == .seconds(11))
        backlog.applied(50 + JournalBacklog.mostBytes, at: start + .seconds(14))
        #expect(backlog.isEmpty && !backlog.takes(Self.batch(1)))
    }

    @Test(
        "where too much comes half of the torrents are watched, each of them wholly or not at all")
    func share() {
        let share = WatchedShare()
        let torrents = (1...1000).map { CatalogID(Int64($0)) }
        #expect(torrents.allSatisfy(share.contains))
        var before = Set(torrents)
        for halving in 1...3 {
            #expect(share.looked(isTooMuch: true))
            let now = Set(torrents.filter(share.contains))
            #expect(now.isSubset(of: before) && now == Set(torrents.filter(share.contains)))
            #expect((500 >> halving..<2000 >> halving).contains(now.count))
            before = now
        }
        #expect(share.divisor == 8)
        for _ in 0..<7199 { #expect(!share.looked(isTooMuch: false)) }
        #expect(share.divisor == 8)
        #expect(!share.looked(isTooMuch: false))
        #expect(share.divisor == 4)
        for _ in 0..<40 { _ = share.looked(isTooMuch: true) }
        #expect(share.divisor == 1 << 16 && !share.looked(isTooMuch: true))
    }
}
