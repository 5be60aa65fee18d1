package import Tracker

/// How much is in the journal, and when it shall be in its rows.
///
/// A row costs more than anything else of an announce. What comes in small batches is written to
/// its rows at once; what comes in large ones is worth waiting for, for a session that announced
/// three times and a member with ten sessions are one change each when their time comes.
package struct JournalBacklog {
    /// Batches of more records than this are kept first.
    package static let small = 500
    /// Longer than this, or more than this, is not kept back from rows.
    package static let patience = Duration.seconds(5)
    package static let mostBytes = 16 << 20
    /// Rows of one transaction, so that a batch never waits for long.
    static let piece = 2000

    package private(set) var bytes = 0
    private var since: ContinuousClock.Instant?
    /// It could not be applied, and is not tried again before this.
    private var postponed: ContinuousClock.Instant?

    package init() {}

    package var isEmpty: Bool { since == nil }

    /// Whether the batch goes into the journal: rows never show a batch before an earlier one.
    package func takes(_ batch: LedgerBatch) -> Bool {
        !isEmpty || batch.records.count > Self.small
    }

    package func isDue(at now: ContinuousClock.Instant) -> Bool {
        guard let since, postponed.map({ now >= $0 }) ?? true else { return false }
        return bytes >= Self.mostBytes || now - since >= Self.patience
    }

    /// For how long the oldest of it is not in its rows.
    package func age(at now: ContinuousClock.Instant) -> Duration {
        since.map { now - $0 } ?? .zero
    }

    package mutating func add(_ more: Int, at now: ContinuousClock.Instant) {
        bytes += more
        since = since ?? now
    }

    /// What came since waits from now on.
    package mutating func applied(_ bytes: Int, at now: ContinuousClock.Instant) {
        self.bytes -= bytes
        since = self.bytes > 0 ? now : nil
        postponed = nil
    }

    package mutating func postpone(at now: ContinuousClock.Instant) {
        postponed = now + Self.patience
    }
}
