package import Domain

/// What a torrent counts for at a moment, and for how long.
package struct HeldTerms: Hashable, Sendable {
    package let terms: CreditTerms
    /// When it will count for something else; `nil` where nothing is planned.
    package let until: Timestamp?

    package init(terms: CreditTerms, until: Timestamp?) {
        self.terms = terms
        self.until = until
    }
}

extension [TermsPeriod] {
    /// How long a period that is over is kept: whoever was silent for longer gets a byte for a
    /// byte.
    private static var memory: Int64 { 30 * 86_400 }

    package func held(at now: Timestamp) -> HeldTerms {
        let terms = terms(from: now, to: now)
        let turns = flatMap { [$0.from, $0.until] }.compactMap(\.self).filter { $0 > now }
        return HeldTerms(
            terms: terms,
            until: turns.sorted().first { self.terms(from: $0, to: $0) != terms })
    }

    /// Those that hold or will.
    package func standing(at now: Timestamp) -> [TermsPeriod] { filter { !$0.isOver(at: now) } }

    /// As staff wants them from now on.
    ///
    /// What was promised and used is not taken back: a period that has begun ends now rather than
    /// never having been, one that is over stays for whoever has not announced since, and a new one
    /// begins now at the earliest.
    package func replaced(by wanted: [TermsPeriod], at now: Timestamp) -> [TermsPeriod] {
        var wanted = wanted
        var kept: [TermsPeriod] = []
        for period in self {
            if period.isOver(at: now) {
                if let until = period.until, until.adding(seconds: Self.memory) >= now {
                    kept.append(period)
                }
            } else if let same = wanted.firstIndex(where: {
                $0.terms == period.terms && $0.from == period.from
            }) {
                // Only its end may be another.
                kept.append(wanted.remove(at: same))
            } else if period.from.map({ $0 < now }) ?? true {
                kept.append(TermsPeriod(terms: period.terms, from: period.from, until: now))
            }
        }
        return kept
            + wanted.map {
                TermsPeriod(
                    terms: $0.terms, from: Swift.max(now, $0.from ?? now), until: $0.until)
            }
    }
}

extension TermsPeriod {
    package func isOver(at now: Timestamp) -> Bool { until.map { $0 <= now } ?? false }
}
