/// One session as the ledger keeps it.
package struct LedgerSession: Hashable, Sendable {
    package let key: SessionKey
    /// What the client claimed last: the baseline of the next announce.
    package let last: Counters
    /// What it was credited over its life; the terms are applied already.
    package let credited: Counters

    package init(key: SessionKey, last: Counters, credited: Counters) {
        self.key = key
        self.last = last
        self.credited = credited
    }
}
