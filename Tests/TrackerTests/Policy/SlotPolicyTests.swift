import Domain
import Testing
import Tracker

@Suite struct SlotPolicyTests {
    private func verdict(
        _ downloads: Int?, left: Int64 = 1, _ event: AnnounceEvent? = .started,
        isDownloading: Bool = false, others: Int
    ) -> SlotPolicy.Verdict {
        SlotPolicy(downloads: downloads).verdict(
            left: bytes(left), event: event, isDownloading: isDownloading, others: others)
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
        #expect(verdict(1, isDownloading: true, others: 9) == .allowed)
    }
}
