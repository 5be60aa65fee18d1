package import Domain
package import Tracker

/// What is on disk and not in its rows yet, up to a moment: what announces did, joined by session,
/// in the order in which rows are written.
///
/// A copy of it is applied piece by piece; whoever reads it again finds how far that went.
package struct LedgerJournal: Sendable {
    /// Its last entry.
    package let end: Int64
    package let records: [LedgerRecord]
    /// Sizes of swarms as lists shall show them.
    package let counts: [(torrent: CatalogID, counts: SwarmCounts)]
    /// How many of both are in their rows.
    package let applied: Int

    package init(
        end: Int64, records: [LedgerRecord],
        counts: [(torrent: CatalogID, counts: SwarmCounts)], applied: Int
    ) {
        self.end = end
        self.records = records
        self.counts = counts
        self.applied = applied
    }

    /// The same after so many more.
    package func applying(_ more: Int) -> LedgerJournal {
        LedgerJournal(end: end, records: records, counts: counts, applied: applied + more)
    }

    package var count: Int { records.count + counts.count }
    package var isApplied: Bool { applied >= count }
}
