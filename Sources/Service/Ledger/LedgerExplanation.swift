package import Domain
package import Tracker

/// All the rows that a member's totals come from.
package struct LedgerExplanation: Hashable, Sendable {
    package struct Session: Hashable, Sendable {
        package let peerID: PeerID
        /// The terms of the torrent are applied.
        package let credited: Counters
        /// What it moved since it was first heard, before the terms are applied.
        package let moved: Counters
        /// What its client said last.
        package let claimed: Counters
        package let firstSeenAt: Timestamp
        package let lastSeenAt: Timestamp
        /// Whether it said goodbye.
        package let hasStopped: Bool
        package let hasCompleted: Bool

        package init(
            peerID: PeerID, credited: Counters, moved: Counters, claimed: Counters,
            firstSeenAt: Timestamp, lastSeenAt: Timestamp, hasStopped: Bool, hasCompleted: Bool
        ) {
            self.peerID = peerID
            self.credited = credited
            self.moved = moved
            self.claimed = claimed
            self.firstSeenAt = firstSeenAt
            self.lastSeenAt = lastSeenAt
            self.hasStopped = hasStopped
            self.hasCompleted = hasCompleted
        }
    }

    package struct Torrent: Hashable, Sendable {
        package let id: CatalogID
        package let title: String
        package let isDeleted: Bool
        /// The oldest first.
        package let sessions: [Session]

        package init(id: CatalogID, title: String, isDeleted: Bool, sessions: [Session]) {
            self.id = id
            self.title = title
            self.isDeleted = isDeleted
            self.sessions = sessions
        }

        package var credited: Counters {
            sessions.reduce(Counters.zero) { $0 + $1.credited }
        }
    }

    package struct Change: Hashable, Sendable {
        package let up: Int64
        package let down: Int64
        package let reason: String
        package let actor: String
        package let at: Timestamp

        package init(up: Int64, down: Int64, reason: String, actor: String, at: Timestamp) {
            self.up = up
            self.down = down
            self.reason = reason
            self.actor = actor
            self.at = at
        }
    }

    package let user: UserID
    package let username: String
    package let totals: Totals
    package let torrents: [Torrent]
    package let adjustments: [Change]
    /// What its own client reported beside the announces.
    package let reports: Int

    package init(
        user: UserID, username: String, totals: Totals, torrents: [Torrent],
        adjustments: [Change], reports: Int
    ) {
        self.user = user
        self.username = username
        self.totals = totals
        self.torrents = torrents
        self.adjustments = adjustments
        self.reports = reports
    }

    /// What the rows come to; where it is not `totals`, something was changed by hand.
    package var derived: (up: Int64, down: Int64) {
        let credited = torrents.reduce(Counters.zero) { $0 + $1.credited }
        return adjustments.reduce((credited.up.bytes, credited.down.bytes)) {
            ($0.0 &+ $1.up, $0.1 &+ $1.down)
        }
    }
}

/// A row of the ledger that cannot be as it was written.
package struct StrayRow: Hashable, Sendable {
    package let table: String
    package let id: Int64
    package let problem: String

    package init(table: String, id: Int64, problem: String) {
        self.table = table
        self.id = id
        self.problem = problem
    }
}
