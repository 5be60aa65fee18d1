import Synchronization

/// A clock that counts in parts of a second, and stands still until it is told to go on.
final class PaceClock: Sendable {
    private let time = Mutex(ContinuousClock.now)

    var now: ContinuousClock.Instant { time.withLock { $0 } }

    func advance(by duration: Duration) { time.withLock { $0 += duration } }
}
