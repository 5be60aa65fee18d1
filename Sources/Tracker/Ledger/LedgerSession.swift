package import Domain

/// One session as the ledger keeps it.
package struct LedgerSession: Hashable, Sendable {
    package let key: SessionKey
    /// What the client claimed last: the baseline of the next announce.
    package let last: Counters
    /// What it was credited over its life; the terms are applied already.
    package let credited: Counters
    /// When `last` was claimed. An announce that came late does not move it.
    package let seenAt: Timestamp
    /// Whether no goodbye was heard since.
    package let isRunning: Bool

    package init(
        key: SessionKey, last: Counters, credited: Counters, seenAt: Timestamp, isRunning: Bool
    ) {
        self.key = key
        self.last = last
        self.credited = credited
        self.seenAt = seenAt
        self.isRunning = isRunning
    }
}
