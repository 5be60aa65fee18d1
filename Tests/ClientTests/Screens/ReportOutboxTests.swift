import API
import Client
import Domain
import Testing

@Suite struct ReportOutboxTests {
    private let start = Sample.now

    private func piece(_ number: Int) -> TransferReport {
        TransferReport(type: .pieceFinished, infoHash: Sample.hash(1), piece: number)
    }

    @Test("reports go in batches, one at a time, at most every three seconds")
    func pace() {
        var outbox = ReportOutbox()
        outbox.add(piece(0))
        #expect(outbox.flush(at: start)?.events == [piece(0)])
        outbox.add(piece(1))
        #expect(outbox.flush(at: start.adding(milliseconds: 5000)) == nil, "one is on its way")
        outbox.settle(failure: nil)
        #expect(outbox.flush(at: start.adding(milliseconds: 2000)) == nil, "too soon")
        #expect(outbox.flush(at: start.adding(milliseconds: 3000))?.events == [piece(1)])
    }

    @Test("ticks of one torrent become one")
    func ticks() {
        var outbox = ReportOutbox()
        for bytes in [3, 4, 5] as [Int64] {
            outbox.add(
                TransferReport(
                    type: .uploadTick, infoHash: Sample.hash(1), bytes: ByteCount(bytes)))
        }
        #expect(outbox.waiting.map(\.bytes) == [ByteCount(12)])
    }

    @Test("what did not arrive goes again, what was refused does not")
    func failures() {
        var outbox = ReportOutbox()
        outbox.add(piece(0))
        _ = outbox.flush(at: start)
        outbox.settle(failure: CommunityFailure(.unreachable, "away"))
        #expect(outbox.waiting == [piece(0)])
        _ = outbox.flush(at: start.adding(milliseconds: 4000))
        outbox.settle(failure: CommunityFailure(.invalid, "what is this"))
        #expect(outbox.waiting.isEmpty)
    }

    @Test("a batch has at most what the server takes, and the wait has an end")
    func bounds() {
        var outbox = ReportOutbox()
        outbox.add(TransferReport(type: .torrentFinished, infoHash: Sample.hash(1)))
        for number in 0..<3000 { outbox.add(piece(number)) }
        #expect(outbox.waiting.count == 2000)
        #expect(outbox.waiting.first?.type == .torrentFinished, "pieces are forgotten first")
        #expect(outbox.flush(at: start)?.events.count == TransferReports.most)
    }

    @Test("events of the session reach the outbox, and leave it with the clock")
    func fromEvents() {
        var stage = Sample.busy()
        stage.send(
            .transferHappened(.pieceFinished(Sample.hash(2), piece: 7)),
            .transferHappened(.uploadTick(Sample.hash(6), uploaded: ByteCount(clamping: 512))))
        stage.settle()
        stage.pass(milliseconds: 1000)
        let reports = stage.effects.compactMap { effect -> [TransferReport]? in
            if case .reportTransfers(let reports) = effect { reports.events } else { nil }
        }
        #expect(reports.first?.map(\.type) == [.pieceFinished, .uploadTick])
    }
}
