import Domain
import Service
import Synchronization

/// How many event streams each member has open: they last, so their number is bounded rather than
/// their rate.
final class StreamCounts: Sendable {
    static let perCaller = 16
    private static let pause = 30

    private let own = Mutex<[UserID: Int]>([:])

    /// Throws `ServiceError.tooFast` where the member has as many as anybody gets.
    func requireRoom(_ caller: UserID) throws {
        guard own.withLock({ $0[caller] ?? 0 }) < Self.perCaller else {
            throw ServiceError.tooFast(seconds: Self.pause)
        }
    }

    func enter(_ caller: UserID) { own.withLock { $0[caller, default: 0] += 1 } }

    func leave(_ caller: UserID) {
        own.withLock { own in
            let left = (own[caller] ?? 0) - 1
            own[caller] = left > 0 ? left : nil
        }
    }
}
