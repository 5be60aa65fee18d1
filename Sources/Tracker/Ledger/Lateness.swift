package import Domain

/// When an announce with lower counters is one that was overtaken on its way, and not a client that
/// began again.
///
/// A client with two address families says the same over two roads, and nothing keeps the two in
/// step. Of 100, 50, 100 the difference would count twice if the 50 were a new baseline. So it is
/// late, and changes nothing, where
/// 1. it is below what was said last in a counter, and above it in none: what was sent earlier by
///    the same client never is; and
/// 2. what was said last was said within `window`; and
/// 3. it does not begin a run of the client: `started` does, unless the run before goes on. A
///    client that begins again under its old id has said goodbye or was silent for longer.
///
/// In doubt nothing is credited, and nothing twice. `docs/decisions` has what that costs.
package enum Lateness {
    /// Seconds: longer than clients wait for an answer, and far below usual intervals.
    package static let window: Int64 = 60

    package static func isLate(
        _ claimed: Counters, _ event: AnnounceEvent?, at now: Timestamp, after last: Counters,
        seenAt: Timestamp, isRunning: Bool
    ) -> Bool {
        guard claimed != last, claimed.up <= last.up, claimed.down <= last.down else {
            return false
        }
        // In both directions: a clock that was set back must not make everybody late.
        guard now <= seenAt.adding(seconds: window), seenAt <= now.adding(seconds: window) else {
            return false
        }
        return event != .started || isRunning
    }
}
