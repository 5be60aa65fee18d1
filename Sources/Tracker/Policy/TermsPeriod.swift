package import Domain

/// For how long a torrent counts differently: freeleech over a weekend, double upload for ever.
package struct TermsPeriod: Hashable, Sendable {
    package let terms: CreditTerms
    /// `nil` where it always was.
    package let from: Timestamp?
    /// Not included any more; `nil` where no end is set.
    package let until: Timestamp?

    package init(terms: CreditTerms, from: Timestamp? = nil, until: Timestamp? = nil) {
        self.terms = terms
        self.from = from
        self.until = until
    }

    package func holds(at moment: Timestamp) -> Bool {
        (from.map { moment >= $0 } ?? true) && (until.map { moment < $0 } ?? true)
    }
}

extension [TermsPeriod] {
    /// What the bytes between two announces of a session count for.
    ///
    /// Nobody knows when between the two they moved, so the member gets the better of how it was at
    /// the one and is at the other, each counter by itself. Periods in between count for nothing:
    /// who wants them announces while they last. Without any, a byte counts for a byte.
    package func terms(from last: Timestamp, to now: Timestamp) -> CreditTerms {
        let holding = filter { $0.holds(at: last) || $0.holds(at: now) }.map(\.terms)
        return CreditTerms(
            uploadPercent: better(holding.map(\.uploadPercent), by: Swift.max, last, now),
            downloadPercent: better(holding.map(\.downloadPercent), by: Swift.min, last, now))
    }

    /// The best of what holds; a byte for a byte is among it unless something held all the time.
    private func better(
        _ percents: [Int], by best: (Int, Int) -> Int, _ last: Timestamp, _ now: Timestamp
    ) -> Int {
        let isCovered = contains { $0.holds(at: last) } && contains { $0.holds(at: now) }
        guard let first = percents.first else { return 100 }
        return percents.dropFirst().reduce(isCovered ? first : best(first, 100), best)
    }
}
