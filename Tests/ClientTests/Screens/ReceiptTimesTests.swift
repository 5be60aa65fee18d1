import API
import Client
import Domain
import Testing

/// When the program attests what it received.
@Suite struct ReceiptTimesTests {
    private func attestations(_ stage: inout Stage, seconds: Int64) -> Int {
        let start = stage.state.now
        return (1...seconds).reduce(0) { count, second in
            stage.settle()
            stage.send(.ticked(start.adding(milliseconds: second * 1000)))
            return count + stage.effects.count { $0 == .sendReceipts }
        }
    }

    @Test("once a minute while something comes, and never while nothing does")
    func minutes() {
        var stage = Sample.busy()
        #expect(attestations(&stage, seconds: 200) == 0)
        stage.send(.transferHappened(.pieceFinished(Sample.hash(2), piece: 1)))
        stage.send(.transferHappened(.pieceFinished(Sample.hash(3), piece: 1)))
        #expect(attestations(&stage, seconds: 59) == 0)
        #expect(attestations(&stage, seconds: 2) == 1)
        #expect(attestations(&stage, seconds: 200) == 0)
    }

    @Test("at once when a torrent is complete")
    func completion() {
        var stage = Sample.busy()
        stage.send(.transferHappened(.torrentFinished(Sample.hash(2))))
        #expect(attestations(&stage, seconds: 1) == 1)
        #expect(attestations(&stage, seconds: 200) == 0)
    }

    @Test("a clock that was set back stops nothing for long")
    func clock() {
        var stage = Sample.busy()
        stage.send(.transferHappened(.pieceFinished(Sample.hash(2), piece: 1)))
        stage.send(.ticked(stage.state.now.adding(milliseconds: -86_400_000)))
        #expect(stage.effects.contains(.sendReceipts))
    }
}
