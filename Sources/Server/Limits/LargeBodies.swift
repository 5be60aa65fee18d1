import Domain
import Service
import Synchronization

/// How many large bodies may be on their way at once, since each lies in memory until it is read:
/// so many of each member, and over all.
final class LargeBodies: Sendable {
    static let perCaller = 2
    static let most = 24
    private static let pause = 5

    private struct State {
        var all = 0
        var own: [UserID: Int] = [:]
    }

    private let state = Mutex(State())

    /// Throws `ServiceError.tooFast` and counts nothing where there are too many.
    func enter(_ caller: UserID) throws {
        let isTaken = state.withLock { state in
            let own = state.own[caller] ?? 0
            guard state.all < Self.most, own < Self.perCaller else { return false }
            state.all += 1
            state.own[caller] = own + 1
            return true
        }
        guard isTaken else { throw ServiceError.tooFast(seconds: Self.pause) }
    }

    func leave(_ caller: UserID) {
        state.withLock { state in
            state.all -= 1
            let own = (state.own[caller] ?? 0) - 1
            state.own[caller] = own > 0 ? own : nil
        }
    }
}
