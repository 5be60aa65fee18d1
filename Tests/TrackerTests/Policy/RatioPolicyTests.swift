import Domain
import Testing
import Tracker

@Suite struct RatioPolicyTests {
    private func verdict(
        _ required: Double, grace: Int64 = 0, up: Int64, down: Int64
    ) -> RatioPolicy.Verdict {
        RatioPolicy(requiredRatio: required, grace: bytes(grace))
            .verdict(up: bytes(up), down: bytes(down))
    }

    @Test("nothing is owed up to the grace, and everything after it")
    func grace() {
        #expect(verdict(1, grace: 100, up: 0, down: 100) == .allowed)
        #expect(verdict(1, grace: 100, up: 0, down: 101) == .owes(bytes(101)))
        #expect(verdict(1, up: 0, down: 0) == .allowed)
    }

    @Test("what is owed is what makes the ratio, to the byte")
    func exact() {
        #expect(verdict(0.6, up: 6, down: 10) == .allowed)
        #expect(verdict(0.6, up: 5, down: 10) == .owes(bytes(1)))
        #expect(verdict(0.6, up: 6, down: 11) == .owes(bytes(1)))
        #expect(verdict(0.1, up: 1 << 52, down: 10 * (1 << 52) + 1) == .owes(bytes(1)))
    }

    @Test("no ratio asks for nothing, and impossible ones are bounded")
    func bounds() {
        #expect(verdict(0, up: 0, down: .max) == .allowed)
        #expect(verdict(-1, up: 0, down: .max) == .allowed)
        #expect(verdict(.nan, up: 0, down: .max) == .allowed)
        #expect(verdict(.infinity, up: 0, down: 1) == .owes(bytes(100)))
        #expect(verdict(100, up: 0, down: .max) == .owes(bytes(.max)))
        #expect(verdict(1, up: 0, down: .max) == .owes(bytes(.max)))
    }
}
