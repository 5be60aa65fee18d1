package import Domain

/// What one session did since the last batch, as it is written: it says all there is to say, so
/// that its session may change, or go, while it waits for the disk.
package struct LedgerRecord: Hashable, Sendable {
    package struct Place: Hashable, Sendable {
        package let endpoint: PeerEndpoint
        package let at: Timestamp

        package init(endpoint: PeerEndpoint, at: Timestamp) {
            self.endpoint = endpoint
            self.at = at
        }
    }

    package let key: SessionKey
    /// Where the row stood when the batch began; `nil` where there was none.
    package let base: Counters?
    /// It is a single claim, made where other servers claim too: what it comes to is the row's to
    /// say, and not what it was thought to be.
    package let isClaim: Bool
    /// The claim that stands, and when it was made.
    package var last: Counters
    package var at: Timestamp
    /// What was earned from `base` to `last`.
    package var credit = Counters.zero
    /// What the torrent counts for now.
    package var terms = TorrentTerms.standard
    /// What was moved for it, whatever it counted for, and how long was seeded.
    package var moved = Counters.zero
    package var seededSeconds: Int64 = 0
    /// `nil` where nobody said.
    package var left: ByteCount?
    /// What was said with the claim; of several, what they come to.
    package var event: AnnounceEvent?
    /// No goodbye was heard.
    package var isRunning: Bool
    package var completes = false
    package var v4: Place?
    package var v6: Place?

    package init(
        key: SessionKey, base: Counters?, last: Counters, at: Timestamp, isRunning: Bool,
        isClaim: Bool = false
    ) {
        self.key = key
        self.base = base
        self.isClaim = isClaim
        self.last = last
        self.at = at
        self.isRunning = isRunning
    }

    /// Takes in what the same session did next; `false` where it does not begin where this ends.
    package mutating func join(_ next: LedgerRecord) -> Bool {
        guard next.key == key, next.base == last, !isClaim, !next.isClaim else { return false }
        let begins = event == .started || next.event == .started
        last = next.last
        at = next.at
        credit += next.credit
        terms = next.terms
        moved += next.moved
        seededSeconds += next.seededSeconds
        left = next.left ?? left
        isRunning = next.isRunning
        event = isRunning ? begins ? .started : nil : .stopped
        completes = completes || next.completes
        v4 = next.v4 ?? v4
        v6 = next.v6 ?? v6
        return true
    }

    /// The same for a row that does not stand at `base`: another server wrote it meanwhile, and the
    /// claims are of one client, so what lies between is what nobody has credited yet.
    ///
    /// - Parameter rowLeft: what was left by the row.
    /// - Returns: the step, and the seconds that were seeded since the row was written.
    package func step(from row: LedgerSession, left rowLeft: ByteCount) -> (
        step: Ledger.Step, seededSeconds: Int64
    ) {
        let step = Ledger.step(
            row, key: key, claimed: last, event: event, at: at,
            terms: terms.terms(since: row.seenAt, at: at))
        guard !step.isLate, let left else { return (step, 0) }
        return (step, terms.seeded(row, had: rowLeft, has: left, event: event, at: at))
    }
}
