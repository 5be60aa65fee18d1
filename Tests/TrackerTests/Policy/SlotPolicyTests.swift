import Domain
import Testing
import Tracker

@Suite struct SlotPolicyTests {
    private func verdict(
        _ downloads: Int?, left: Int64 = 1, _ event: AnnounceEvent? = .started,
        hasStarted: Bool = false, others: Int
    ) -> SlotPolicy.Verdict {
        SlotPolicy(downloads: downloads).verdict(
            left: bytes(left), event: event, hasStarted: hasStarted, others: others)
    }

    @Test("a role's slots are for downloads that begin")
    func slots() {
        #expect(verdict(2, others: 1) == .allowed)
        #expect(verdict(2, others: 2) == .full(2))
        #expect(verdict(nil, others: .max) == .allowed)
        #expect(verdict(-5, others: 1) == .full(1))
    }

    @Test("who seeds, leaves or is in already is never told that it is full")
    func free() {
        #expect(verdict(1, left: 0, others: 9) == .allowed)
        #expect(verdict(1, .stopped, others: 9) == .allowed)
        // A partial seed (BEP 21) takes nothing.
        #expect(verdict(1, .paused, others: 9) == .allowed)
        #expect(verdict(1, hasStarted: true, others: 9) == .allowed)
    }

    @Test("the refusal says what to do")
    func words() {
        #expect(verdict(1, others: 1).message?.contains("1 torrent already") == true)
        #expect(verdict(3, others: 3).message?.contains("finish or stop one first") == true)
        #expect(verdict(3, others: 0).message == nil)
    }
}
