private import Foundation

/// The two clocks of the loop, so that a test can bring its own.
package struct LoopClock: Sendable {
    /// Runs on whatever is done to the calendar; its zero means nothing.
    package var monotonic: @Sendable () -> Duration
    /// Milliseconds since 1970-01-01 00:00 UTC.
    package var calendar: @Sendable () -> Int64

    package init(
        monotonic: @escaping @Sendable () -> Duration, calendar: @escaping @Sendable () -> Int64
    ) {
        self.monotonic = monotonic
        self.calendar = calendar
    }

    package static let system: LoopClock = {
        let start = ContinuousClock.now
        return LoopClock(
            monotonic: { ContinuousClock.now - start },
            calendar: { Int64((Date().timeIntervalSince1970 * 1000).rounded()) })
    }()
}
