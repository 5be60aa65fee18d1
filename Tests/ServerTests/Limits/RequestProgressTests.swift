import NIOCore
import Testing

@testable import Server

@Suite struct RequestProgressTests {
    private static let start = NIODeadline.uptimeNanoseconds(1_000_000_000)
    private let limits = ConnectionLimits()

    private func at(_ seconds: Int64) -> NIODeadline { Self.start + .seconds(seconds) }

    @Test("a connection that says nothing goes after a while, without a word")
    func idle() {
        let progress = RequestProgress(limits: limits, now: at(0))
        #expect(progress.deadline == at(0) + limits.idle)
        #expect(progress.verdict == .close)
    }

    @Test("headers have their time from the first byte on, however they drip")
    func slowHead() {
        var progress = RequestProgress(limits: limits, now: at(0))
        progress.received(10, at: at(20))
        for second in 21...30 as ClosedRange<Int64> { progress.received(1, at: at(second)) }
        #expect(progress.deadline == at(20) + limits.head)
        #expect(progress.verdict == .tooLate)
        #expect(!progress.isHeadTooLong)
        progress.received(limits.headBytes, at: at(31))
        #expect(progress.isHeadTooLong)
    }

    @Test("a body has its time as long as it comes, and not for ever")
    func slowBody() {
        var progress = RequestProgress(limits: limits, now: at(0))
        progress.received(100, at: at(1))
        progress.headRead(at: at(1))
        #expect(progress.deadline == at(1) + limits.bodyPause)
        progress.received(1, at: at(20))
        #expect(progress.deadline == at(20) + limits.bodyPause)
        for second in stride(from: 40, through: 290, by: 10) as StrideThrough<Int64> {
            progress.received(1, at: at(second))
        }
        #expect(progress.deadline == at(1) + limits.body)
        #expect(progress.verdict == .tooLate)
        #expect(!progress.isHeadTooLong)
    }

    @Test(
        "while an answer is awaited there is no deadline, and after it the next request has its own"
    )
    func answering() {
        var progress = RequestProgress(limits: limits, now: at(0))
        progress.received(100, at: at(1))
        progress.headRead(at: at(1))
        progress.requestRead(at: at(1))
        #expect(progress.deadline == nil)
        // The next one of the pipeline waits for us, not we for it.
        progress.received(10, at: at(2))
        #expect(progress.deadline == nil)
        progress.requestAnswered(at: at(500))
        #expect(progress.deadline == at(500) + limits.head)
        #expect(progress.verdict == .tooLate)
    }

    @Test("a body that still comes after the answer is not answered again")
    func refusedEarly() {
        var progress = RequestProgress(limits: limits, now: at(0))
        progress.received(100, at: at(1))
        progress.headRead(at: at(1))
        progress.requestAnswered(at: at(2))
        #expect(progress.deadline == at(2) + limits.bodyPause)
        #expect(progress.verdict == .close)
        progress.requestRead(at: at(3))
        #expect(progress.deadline == at(3) + limits.idle)
    }
}
