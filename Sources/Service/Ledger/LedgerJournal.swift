package import Domain
package import Tracker

/// What is on disk and not in its rows yet, up to a moment.
///
/// A copy of it is applied piece by piece; whoever reads it again finds how far that went.
package struct LedgerJournal: Sendable {
    /// Its last entry.
    package let end: Int64
    package let changes: any LedgerChanges
    /// How many of them are in their rows.
    package let applied: Int

    package init(end: Int64, changes: any LedgerChanges, applied: Int) {
        self.end = end
        self.changes = changes
        self.applied = applied
    }

    /// The same once the changes before `place` are in their rows.
    package func applied(before place: Int) -> LedgerJournal {
        LedgerJournal(end: end, changes: changes, applied: place)
    }

    package var isApplied: Bool { applied >= changes.count }
}

/// What announces did, in the order in which rows are written: records of sessions, then sizes of
/// swarms as lists shall show them.
package protocol LedgerChanges: Sendable {
    var count: Int { get }
    /// The changes from one place on for at most so many rows, joined by session: what is in the
    /// journal of one is never parted.
    func piece(from place: Int, atMost rows: Int) throws -> LedgerPiece
}

/// Changes for one transaction.
package struct LedgerPiece: Sendable {
    package var records: [LedgerRecord] = []
    package var counts: [(torrent: CatalogID, counts: SwarmCounts)] = []
    /// The place behind the last of them.
    package var end: Int

    package init(end: Int) { self.end = end }
}
