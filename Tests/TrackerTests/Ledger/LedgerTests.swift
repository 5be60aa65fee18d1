import Domain
import Testing
import Tracker

/// By the numbers of the invariants at the top of `Ledger.swift`.
@Suite struct LedgerTests {
    private static let key = SessionKey(
        user: UserID(1), torrent: CatalogID(2), peerID: peerID(3))

    private func session(
        last: Counters, credited: Counters = .zero, key: SessionKey = key, seenAt: Int64 = 0,
        isRunning: Bool = true
    ) -> LedgerSession {
        LedgerSession(
            key: key, last: last, credited: credited, seenAt: at(seenAt), isRunning: isRunning)
    }

    /// An announce half an hour after the others, unless said.
    private func step(
        _ session: LedgerSession?, key: SessionKey = key, claimed: Counters,
        _ event: AnnounceEvent? = nil, at seconds: Int64 = 1800, terms: CreditTerms = .standard
    ) -> Ledger.Step {
        Ledger.step(
            session, key: key, claimed: claimed, event: event, at: at(seconds), terms: terms)
    }

    @Test("1: a second address of the same client, with the same totals, counts nothing")
    func invariant1() {
        let first = step(session(last: counters(100, 50)), claimed: counters(300, 80))
        let second = step(first.session, claimed: counters(300, 80))
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
            let step = step(last, key: key, claimed: counters(99, 99))
            #expect(step.credit == .zero)
            #expect(step.session == session(last: counters(99, 99), key: key, seenAt: 1800))
        }
    }

    @Test("2: the first sight sets the baseline and credits nothing")
    func invariant2() {
        let step = step(nil, claimed: counters(1 << 40, 1 << 41))
        #expect(step.credit == .zero)
        #expect(step.session == session(last: counters(1 << 40, 1 << 41), seenAt: 1800))
    }

    @Test("3: a later announce credits the difference, counter by counter")
    func invariant3() {
        let before = session(last: counters(100, 50), credited: counters(7, 8))
        let step = step(before, claimed: counters(160, 51))
        #expect(step.credit == counters(60, 1))
        #expect(
            step.session
                == session(last: counters(160, 51), credited: counters(67, 9), seenAt: 1800))
    }

    @Test("3: a counter that went back is a new baseline and credits nothing; the other still does")
    func invariant3Back() {
        let before = session(last: counters(100, 50), credited: counters(100, 50))
        let step = step(before, claimed: counters(0, 60))
        #expect(step.credit == counters(0, 10))
        #expect(
            step.session
                == session(last: counters(0, 60), credited: counters(100, 60), seenAt: 1800))
        let next = self.step(step.session, claimed: counters(5, 60))
        #expect(next.credit == counters(5, 0))
    }

    @Test("4: a step that is taken twice writes the same session")
    func invariant4() {
        let before = session(last: counters(1, 1))
        let claimed = counters(9, 9)
        let once = step(before, claimed: claimed)
        #expect(step(before, claimed: claimed) == once)
        #expect(step(once.session, claimed: claimed).session == once.session)
    }

    @Test("5: the next announce brings what a crash lost")
    func invariant5() {
        let onDisk = session(last: counters(100, 100), credited: counters(100, 100))
        let lost = step(onDisk, claimed: counters(150, 120))
        let kept = step(lost.session, claimed: counters(180, 130))
        let afterCrash = step(onDisk, claimed: counters(180, 130))
        #expect(afterCrash.session == kept.session)
    }

    @Test("6: total and session grow by the same, also at the end of what can be counted")
    func invariant6() {
        let nearlyFull = session(last: .zero, credited: counters(.max - 5, .max))
        let step = step(nearlyFull, claimed: counters(.max, .max))
        #expect(step.credit == counters(5, 0))
        #expect(step.session.credited == counters(.max, .max))
    }

    @Test("freeleech and multipliers change the credit and never the baseline")
    func terms() {
        let before = session(last: counters(100, 100))
        let double = CreditTerms(uploadPercent: 200, downloadPercent: 50)
        let step = step(before, claimed: counters(110, 111), terms: double)
        #expect(step.credit == counters(20, 5))
        #expect(step.session.last == counters(110, 111))
        #expect(CreditTerms.freeleech.credit(for: counters(7, 7)) == counters(7, 0))
        #expect(CreditTerms.standard.credit(for: counters(.max, 3)) == counters(.max, 3))
        #expect(
            CreditTerms(uploadPercent: 10_000, downloadPercent: -3)
                .credit(for: counters(.max, .max)) == counters(.max, 0))
    }

    @Test("3: of 100, 50, 100 the 50 was overtaken: it changes nothing, and nothing counts twice")
    func invariant3Late() {
        let before = session(last: counters(100, 50), credited: counters(100, 50), seenAt: 1000)
        for claimed in [counters(50, 20), counters(100, 49), counters(0, 50)] {
            for event in [nil, AnnounceEvent.started, .completed, .paused] {
                let late = step(before, claimed: claimed, event, at: 1060)
                #expect(late.isLate)
                #expect(late.credit == .zero)
                #expect(late.session == before)
                #expect(late.waitsForDisk == (event == .completed))
            }
        }
    }

    @Test("3: a client that begins again sets a baseline: after a goodbye, or a minute of silence")
    func invariant3Again() {
        let lower = counters(0, 20)
        let running = session(last: counters(100, 50), seenAt: 1000)
        let stopped = session(last: counters(100, 50), seenAt: 1000, isRunning: false)
        for (before, event, seconds) in [
            (running, nil, 1061), (running, .started, 1061), (stopped, .started, 1001),
            // A clock that was set back.
            (running, nil, 939),
        ] as [(LedgerSession, AnnounceEvent?, Int64)] {
            let step = step(before, claimed: lower, event, at: seconds)
            #expect(!step.isLate)
            #expect(step.waitsForDisk)
            #expect(step.credit == .zero)
            #expect(step.session == session(last: lower, seenAt: seconds))
        }
        // What was sent before the goodbye and comes after it is late like any other.
        #expect(step(stopped, claimed: lower, at: 1001).isLate)
        // Nobody's earlier announce is above in one counter and below in the other.
        #expect(!step(running, claimed: counters(0, 51), at: 1001).isLate)
    }

    @Test("3: late announces do not keep a client from beginning again without a word")
    func invariant3Recovers() {
        var session = session(last: counters(100, 50), seenAt: 0)
        for seconds in stride(from: Int64(5), through: 60, by: 5) {
            session = step(session, claimed: counters(seconds, 0), at: seconds).session
        }
        #expect(session == self.session(last: counters(100, 50), seenAt: 0))
        let back = step(session, claimed: counters(65, 0), at: 65)
        #expect(!back.isLate)
        #expect(step(back.session, claimed: counters(75, 0), at: 70).credit == counters(10, 0))
    }

    @Test("5: what a later announce cannot bring back waits for the disk")
    func invariant5Waits() {
        let before = session(last: counters(100, 50))
        #expect(step(nil, claimed: counters(0, 0), .started).waitsForDisk)
        #expect(step(before, claimed: counters(0, 60)).waitsForDisk)
        #expect(step(before, claimed: counters(110, 0)).waitsForDisk)
        #expect(step(before, claimed: counters(110, 60), .stopped).waitsForDisk)
        #expect(step(before, claimed: counters(110, 60), .completed).waitsForDisk)
        for event in [nil, AnnounceEvent.started, .paused] {
            #expect(!step(before, claimed: counters(110, 60), event).waitsForDisk)
        }
    }
}
