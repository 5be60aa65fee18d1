import Domain
import Testing
import Tracker

@Suite struct TorrentTermsTests {
    private let key = SessionKey(user: UserID(1), torrent: CatalogID(2), peerID: peerID(1))

    private func session(seen: Int64, isRunning: Bool = true) -> LedgerSession {
        LedgerSession(
            key: key, last: counters(10, 10), credited: .zero, seenAt: at(seen),
            isRunning: isRunning)
    }

    @Test("at first sight there are no terms, for there is nothing to credit")
    func firstSight() {
        let terms = TorrentTerms(periods: [TermsPeriod(terms: .freeleech)])
        #expect(terms.terms(since: nil, at: at(5)) == .standard)
        #expect(terms.terms(since: at(1), at: at(5)) == .freeleech)
    }

    @Test("time is seeded only by whoever was there, from one announce to the next")
    func seeded() {
        let seeded = { (session: LedgerSession, left: Int64, event: AnnounceEvent?) in
            TorrentTerms(interval: 100).seeded(
                session, had: .zero, has: bytes(left), event: event, at: at(1100))
        }
        #expect(seeded(session(seen: 1000), 0, nil) == 100)
        #expect(seeded(session(seen: 1000), 0, .stopped) == 100)
        #expect(seeded(session(seen: 0), 0, nil) == 250)
        #expect(seeded(session(seen: 1000), 5, nil) == 0)
        // It was switched off, or fell over, in between.
        #expect(seeded(session(seen: 1000), 0, .started) == 0)
        #expect(seeded(session(seen: 1000, isRunning: false), 0, nil) == 0)
    }

    @Test("what was moved is told beside what it counts for")
    func moved() {
        let step = Ledger.step(
            session(seen: 0), key: key, claimed: counters(30, 50), event: nil, at: at(1800),
            terms: CreditTerms(uploadPercent: 200, downloadPercent: 0))
        #expect(step.moved == counters(20, 40) && step.credit == counters(40, 0))
        let back = Ledger.step(
            session(seen: 0), key: key, claimed: counters(5, 12), event: nil, at: at(1800))
        #expect(back.moved == counters(0, 2))
        let late = Ledger.step(
            session(seen: 1799), key: key, claimed: counters(5, 9), event: nil, at: at(1800))
        #expect(late.isLate && late.moved == .zero)
    }
}
