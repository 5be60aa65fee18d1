package import Domain
import Synchronization
import Tracker

/// What the tracker holds, for those who watch it.
package struct TrackerFigures: Sendable {
    package let peers: SwarmCounts
    package let sessions: Int
    package let swarms: Int
    /// Sessions that wait to be written.
    package let waiting: Int
    /// Nothing can be written.
    package let isStuck: Bool
    /// For how long the oldest announce that is not on disk has waited.
    package let behind: Duration
    package let lags: CommitLags
    /// Bytes in the journal that are not in their rows.
    package let journalBytes: Int
    /// For how long the oldest of them are not.
    package let journalAge: Duration

    /// Writing is refused, or hangs.
    package var isWriterHealthy: Bool {
        !isStuck && behind < .seconds(10) && journalAge < .seconds(60)
    }
}

extension Announcer {
    package var figures: TrackerFigures {
        let (behind, lags, backlog) = flusher.figures
        return tables.withLock { tables in
            TrackerFigures(
                peers: tables.memory.peerCounts, sessions: tables.memory.sessionCount,
                swarms: tables.memory.torrents.count, waiting: tables.memory.records.count,
                isStuck: tables.isStuck, behind: behind, lags: lags,
                journalBytes: backlog.bytes,
                journalAge: backlog.age(at: .now))
        }
    }
}
