import Domain
import Synchronization

/// What the ledger must hold after everything that was answered, by the promises of
/// `Tracker.Ledger` and nothing else.
final class ExpectedLedger: Sendable {
    struct Session: Hashable, Sendable {
        let member: Int
        let torrent: Int
        let peerID: [UInt8]
    }

    struct Figures: Hashable, Sendable, CustomStringConvertible {
        var up: Int64 = 0
        var down: Int64 = 0

        var description: String { "\(up) up, \(down) down" }

        static func + (a: Figures, b: Figures) -> Figures {
            Figures(up: a.up + b.up, down: a.down + b.down)
        }
    }

    struct Account: Hashable, Sendable {
        var last: Figures
        var credited = Figures()
    }

    struct Adjustment: Hashable, Sendable {
        let member: Int
        let figures: Figures
    }

    private struct State {
        var sessions: [Session: Account] = [:]
        var made: [String: Adjustment] = [:]
        var inDoubt: [String: Adjustment] = [:]
    }

    private let state = Mutex(State())

    var sessions: [Session: Account] { state.withLock(\.sessions) }
    /// By their reasons, which are unique.
    var adjustments: [String: Adjustment] { state.withLock(\.made) }
    var inDoubt: [String: Adjustment] { state.withLock(\.inDoubt) }

    /// Booked once, however often and wherever it was sent.
    func announced(_ session: Session, _ now: Figures) {
        state.withLock { state in
            guard var account = state.sessions[session] else {
                state.sessions[session] = Account(last: now)
                return
            }
            account.credited.up += max(0, now.up - account.last.up)
            account.credited.down += max(0, now.down - account.last.down)
            account.last = now
            state.sessions[session] = account
        }
    }

    func adjusted(_ reason: String, _ adjustment: Adjustment) {
        state.withLock { $0.made[reason] = adjustment }
    }

    /// Nobody knows yet whether it was carried out.
    func doubted(_ reason: String, _ adjustment: Adjustment) {
        state.withLock { $0.inDoubt[reason] = adjustment }
    }

    /// `kept`: the reasons that are in the audit.
    func settle(_ kept: Set<String>) {
        state.withLock { state in
            state.made.merge(state.inDoubt.filter { kept.contains($0.key) }) { $1 }
            state.inDoubt = [:]
        }
    }

    func total(of member: Int) -> Figures {
        state.withLock { state in
            let credits = state.sessions.filter { $0.key.member == member }.map(\.value.credited)
            let changes = state.made.values.filter { $0.member == member }.map(\.figures)
            return (credits + changes).reduce(Figures(), +)
        }
    }
}
