package import Domain

/// The arithmetic of what members gave and took. The product's promise:
///
/// 1. A session is (user, torrent, peer_id), never an address: announces of one client over IPv4
///    and IPv6 count once.
/// 2. The first sight of a session sets the baseline and credits nothing.
/// 3. A later announce credits `now − last` per counter; a counter that went back sets a new
///    baseline and credits nothing. An announce that was overtaken on its way (`Lateness`) changes
///    nothing.
/// 4. Baseline and credit are written in one transaction. A retried write changes nothing.
/// 5. An answered `stopped` or `completed` is on disk. Anything else is at most a quarter of a
///    second behind, and the next announce of that session brings what a crash lost.
/// 6. User total = Σ sessions + Σ adjustments, always. Deleting a torrent or a role deletes no
///    ledger row.
/// 7. An adjustment is an increment with an actor and a reason.
///
/// 1, 2 and 3 are kept here. 4 and 6 are the store's, and a `Step` is made for them: it holds the
/// session as it shall be (written twice, it is the same) beside what the user's total grows by,
/// and the two agree by construction. Who answers before writing keeps 5 by waiting for the disk
/// where `Step.waitsForDisk` says so. 7 is the schema's.
package enum Ledger {
    package struct Step: Hashable, Sendable {
        /// What to write, in place of the session that was given.
        package let session: LedgerSession
        /// What the user's total grows by, in the same transaction.
        package let credit: Counters
        /// What the session moved by its own word since the announce before; terms are not applied.
        package let moved: Counters
        /// It was overtaken: `session` is as it was.
        package let isLate: Bool
        /// Whether it must be on disk before it is answered. A baseline that is new or went back
        /// must, beside what invariant 5 names: the next announce brings lost credit only where the
        /// baseline below it was kept.
        package let waitsForDisk: Bool
    }

    /// `session` is what the ledger holds for `key`, `nil` at first sight; `now` is when the
    /// announce came.
    package static func step(
        _ session: LedgerSession?, key: SessionKey, claimed: Counters, event: AnnounceEvent?,
        at now: Timestamp, terms: CreditTerms = .standard
    ) -> Step {
        let isSaidToBeKept = event == .stopped || event == .completed
        guard let session, session.key == key else {
            return Step(
                session: LedgerSession(
                    key: key, last: claimed, credited: .zero, seenAt: now,
                    isRunning: event != .stopped),
                credit: .zero, moved: .zero, isLate: false, waitsForDisk: true)
        }
        if Lateness.isLate(
            claimed, event, at: now, after: session.last, seenAt: session.seenAt,
            isRunning: session.isRunning)
        {
            return Step(
                session: session, credit: .zero, moved: .zero, isLate: true,
                waitsForDisk: isSaidToBeKept)
        }
        // A difference of counters ends at zero, which is what going back earns.
        let moved = claimed - session.last
        let credited = session.credited + terms.credit(for: moved)
        return Step(
            session: LedgerSession(
                key: key, last: claimed, credited: credited, seenAt: now,
                isRunning: isRunning(session, claimed, event)),
            // Where a sum is at its end, the credit is what still fitted, or invariant 6 would
            // break.
            credit: credited - session.credited, moved: moved, isLate: false,
            waitsForDisk: isSaidToBeKept || claimed.up < session.last.up
                || claimed.down < session.last.down)
    }

    /// What says nothing new does not take a goodbye back: it may have been sent before it.
    private static func isRunning(
        _ session: LedgerSession, _ claimed: Counters, _ event: AnnounceEvent?
    ) -> Bool {
        switch event {
        case .started: true
        case .stopped: false
        case .completed, .paused, nil: session.isRunning || claimed != session.last
        }
    }
}
