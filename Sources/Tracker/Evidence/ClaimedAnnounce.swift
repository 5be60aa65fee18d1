package import Domain

/// An announce as evidence cites it: what was said, and when.
package struct ClaimedAnnounce: Hashable, Sendable {
    package let at: Timestamp
    package let counters: Counters
    package let left: ByteCount
    package let event: AnnounceEvent?

    package init(at: Timestamp, counters: Counters, left: ByteCount, event: AnnounceEvent?) {
        self.at = at
        self.counters = counters
        self.left = left
        self.event = event
    }
}
