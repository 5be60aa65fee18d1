import Domain
import Tracker

/// What a ledger must hold after a history, by the promises of `Tracker.Ledger`, counted by
/// somebody who knows what each client sent and in which order: the ledger is not told.
package struct LedgerModel: Sendable {
    package struct Figures: Hashable, Sendable {
        package var up: Int64
        package var down: Int64

        package init(up: Int64 = 0, down: Int64 = 0) {
            self.up = up
            self.down = down
        }

        package static func + (a: Self, b: Self) -> Self {
            Figures(up: a.up + b.up, down: a.down + b.down)
        }
    }

    private struct Session {
        var credited = Figures()
        var newest: Arrival
    }

    /// What a byte counts for, in hundredths.
    package static let standard = Figures(up: 100, down: 100)

    private var sessions: [Int: Session] = [:]
    private var adjusted = [Figures](repeating: Figures(), count: LedgerHistory.users)
    private var deleted: Set<Int> = []
    private let history: LedgerHistory
    /// Of each torrent.
    private let percents: [Figures]

    package init(
        _ history: LedgerHistory,
        percents: [Figures] = Array(repeating: standard, count: LedgerHistory.torrents)
    ) {
        self.history = history
        self.percents = percents
    }

    /// Whether the announce is taken: the torrent is still there.
    @discardableResult
    package mutating func takes(_ arrival: Arrival) -> Bool {
        guard !deleted.contains(history.clients[arrival.client].torrent) else { return false }
        arrived(arrival)
        return true
    }

    package mutating func deletes(torrent: Int) { deleted.insert(torrent) }

    private mutating func arrived(_ arrival: Arrival) {
        guard var session = sessions[arrival.client] else {
            sessions[arrival.client] = Session(newest: arrival)
            return
        }
        // The client said more before this came.
        guard arrival.order >= session.newest.order else { return }
        let percent = percents[history.clients[arrival.client].torrent]
        let (now, last) = (arrival.counters, session.newest.counters)
        session.credited.up += max(0, now.up.bytes - last.up.bytes) * percent.up / 100
        session.credited.down += max(0, now.down.bytes - last.down.bytes) * percent.down / 100
        session.newest = arrival
        sessions[arrival.client] = session
    }

    /// Whether the adjustment is carried out: no total goes below zero.
    package mutating func adjusts(user: Int, up: Int64, down: Int64) -> Bool {
        let change = Figures(up: up, down: down)
        let total = total(of: user) + change
        guard total.up >= 0, total.down >= 0 else { return false }
        adjusted[user] = adjusted[user] + change
        return true
    }

    /// Of the clients that were heard of.
    package var credited: [Int: Figures] { sessions.mapValues(\.credited) }

    /// What each client said last, of what has come.
    package var newest: [Int: Arrival] { sessions.mapValues(\.newest) }

    package func total(of user: Int) -> Figures {
        sessions.filter { history.clients[$0.key].user == user }.map(\.value.credited)
            .reduce(adjusted[user], +)
    }
}
