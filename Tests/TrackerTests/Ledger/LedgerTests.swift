import Domain
import Testing
import Tracker

/// By the numbers of the invariants at the top of `Ledger.swift`.
@Suite struct LedgerTests {
    private static let key = SessionKey(
        user: UserID(1), torrent: CatalogID(2), peerID: peerID(3))

    private func session(
        last: Counters, credited: Counters = .zero, key: SessionKey = key
    ) -> LedgerSession {
        LedgerSession(key: key, last: last, credited: credited)
    }

    @Test("1: a second address of the same client, with the same totals, counts nothing")
    func invariant1() {
        let first = Ledger.step(
            session(last: counters(100, 50)), key: Self.key, claimed: counters(300, 80))
        let second = Ledger.step(first.session, key: Self.key, claimed: counters(300, 80))
        #expect(first.credit == counters(200, 30))
        #expect(second.credit == .zero)
        #expect(second.session == first.session)
    }

    @Test("1: the totals of another user, torrent or peer id are another session")
    func invariant1Keys() {
        let last = session(last: counters(10, 10))
        for key in [
            SessionKey(user: UserID(9), torrent: CatalogID(2), peerID: peerID(3)),
            SessionKey(user: UserID(1), torrent: CatalogID(9), peerID: peerID(3)),
            SessionKey(user: UserID(1), torrent: CatalogID(2), peerID: peerID(9)),
        ] {
            let step = Ledger.step(last, key: key, claimed: counters(99, 99))
            #expect(step.credit == .zero)
            #expect(step.session == session(last: counters(99, 99), key: key))
        }
    }

    @Test("2: the first sight sets the baseline and credits nothing")
    func invariant2() {
        let step = Ledger.step(nil, key: Self.key, claimed: counters(1 << 40, 1 << 41))
        #expect(step.credit == .zero)
        #expect(step.session == session(last: counters(1 << 40, 1 << 41)))
    }

    @Test("3: a later announce credits the difference, counter by counter")
    func invariant3() {
        let before = session(last: counters(100, 50), credited: counters(7, 8))
        let step = Ledger.step(before, key: Self.key, claimed: counters(160, 51))
        #expect(step.credit == counters(60, 1))
        #expect(step.session == session(last: counters(160, 51), credited: counters(67, 9)))
    }

    @Test("3: a counter that went back is a new baseline and credits nothing; the other still does")
    func invariant3Back() {
        let before = session(last: counters(100, 50), credited: counters(100, 50))
        let step = Ledger.step(before, key: Self.key, claimed: counters(0, 60))
        #expect(step.credit == counters(0, 10))
        #expect(step.session == session(last: counters(0, 60), credited: counters(100, 60)))
        let next = Ledger.step(step.session, key: Self.key, claimed: counters(5, 60))
        #expect(next.credit == counters(5, 0))
    }

    @Test("4: a step that is taken twice writes the same session")
    func invariant4() {
        let before = session(last: counters(1, 1))
        let claimed = counters(9, 9)
        let once = Ledger.step(before, key: Self.key, claimed: claimed)
        #expect(Ledger.step(before, key: Self.key, claimed: claimed) == once)
        #expect(Ledger.step(once.session, key: Self.key, claimed: claimed).session == once.session)
    }

    @Test("5: the next announce brings what a crash lost")
    func invariant5() {
        let onDisk = session(last: counters(100, 100), credited: counters(100, 100))
        let lost = Ledger.step(onDisk, key: Self.key, claimed: counters(150, 120))
        let kept = Ledger.step(lost.session, key: Self.key, claimed: counters(180, 130))
        let afterCrash = Ledger.step(onDisk, key: Self.key, claimed: counters(180, 130))
        #expect(afterCrash.session == kept.session)
    }

    @Test("6: total and session grow by the same, also at the end of what can be counted")
    func invariant6() {
        let nearlyFull = session(last: .zero, credited: counters(.max - 5, .max))
        let step = Ledger.step(nearlyFull, key: Self.key, claimed: counters(.max, .max))
        #expect(step.credit == counters(5, 0))
        #expect(step.session.credited == counters(.max, .max))
    }

    @Test("freeleech and multipliers change the credit and never the baseline")
    func terms() {
        let before = session(last: counters(100, 100))
        let double = CreditTerms(uploadPercent: 200, downloadPercent: 50)
        let step = Ledger.step(before, key: Self.key, claimed: counters(110, 111), terms: double)
        #expect(step.credit == counters(20, 5))
        #expect(step.session.last == counters(110, 111))
        #expect(CreditTerms.freeleech.credit(for: counters(7, 7)) == counters(7, 0))
        #expect(CreditTerms.standard.credit(for: counters(.max, 3)) == counters(.max, 3))
        #expect(
            CreditTerms(uploadPercent: 10_000, downloadPercent: -3)
                .credit(for: counters(.max, .max)) == counters(.max, 0))
    }

    @Test("random histories agree with a model that counts without limits")
    func histories() {
        var generator = SeededGenerator(seed: 4)
        for _ in 0..<300 { history(&generator) }
    }

    /// Several sessions of one user, with restarts, repeats and huge claims.
    private func history(_ generator: inout SeededGenerator) {
        var sessions: [SessionKey: LedgerSession] = [:]
        var baselines: [SessionKey: (up: Int64, down: Int64)] = [:]
        var total = Counters.zero
        var model: (up: Int64, down: Int64) = (0, 0)
        for _ in 0..<100 {
            let key = SessionKey(
                user: UserID(1), torrent: CatalogID(.random(in: 1...2, using: &generator)),
                peerID: peerID(.random(in: 1...3, using: &generator)))
            let claim = claim(after: baselines[key], using: &generator)

            let step = Ledger.step(
                sessions[key], key: key, claimed: counters(claim.up, claim.down))
            sessions[key] = step.session
            total += step.credit

            if let last = baselines[key] {
                model.up += claim.up > last.up ? claim.up - last.up : 0
                model.down += claim.down > last.down ? claim.down - last.down : 0
            }
            baselines[key] = claim
        }
        #expect(total == counters(model.up, model.down))
        #expect(sessions.values.reduce(Counters.zero) { $0 + $1.credited } == total)
    }

    private func claim(
        after last: (up: Int64, down: Int64)?, using generator: inout SeededGenerator
    ) -> (up: Int64, down: Int64) {
        let last = last ?? (0, 0)
        return switch Int.random(in: 0..<6, using: &generator) {
        case 0: last
        case 1: (0, 0)
        case 2: (last.up / 2, last.down + .random(in: 0...1_000_000, using: &generator))
        default:
            (
                last.up + .random(in: 0...(1 << 40), using: &generator),
                last.down + .random(in: 0...(1 << 40), using: &generator)
            )
        }
    }
}
