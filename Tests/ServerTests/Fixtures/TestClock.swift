import Domain
import Service
import Synchronization

/// A clock that stands still until it is told to go on.
final class TestClock: Sendable {
    private let time = Mutex(Timestamp(seconds: 1_700_000_000))

    var now: Timestamp { time.withLock { $0 } }

    var clock: Clock { Clock(now: { self.now }) }

    func advance(by seconds: Int64) { time.withLock { $0 = $0.adding(seconds: seconds) } }
}
