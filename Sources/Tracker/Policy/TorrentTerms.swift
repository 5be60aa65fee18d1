package import Domain

/// What a booking must know of a torrent and the community beside the claim itself.
package struct TorrentTerms: Hashable, Sendable {
    /// When it counts otherwise; the past ones too, for who was silent since.
    package let periods: [TermsPeriod]
    /// Seconds between two announces.
    package let interval: Int

    /// A byte counts for a byte.
    package static let standard = TorrentTerms()

    package init(periods: [TermsPeriod] = [], interval: Int = 1800) {
        self.periods = periods
        self.interval = interval
    }

    /// What is credited to a session that was last heard at `seenAt`; at first sight there is
    /// nothing to credit, and no terms for it.
    package func terms(since seenAt: Timestamp?, at now: Timestamp) -> CreditTerms {
        seenAt.map { periods.terms(from: $0, to: now) } ?? .standard
    }

    /// Seconds that an announce adds to what the session seeded. A client that begins anew, or had
    /// said goodbye, was not there in between.
    package func seeded(
        _ session: LedgerSession, had leftThen: ByteCount, has left: ByteCount,
        event: AnnounceEvent?, at now: Timestamp
    ) -> Int64 {
        guard session.isRunning, event != .started else { return 0 }
        return SeedingPolicy.seeded(
            since: session.seenAt, had: leftThen, has: left, at: now, interval: interval)
    }
}
