package import Domain
package import Tracker

/// Freeleech and multipliers: what single torrents count for, from when until when.
///
/// It is the ratio of whoever takes them that staff changes so, and the permission is that of
/// adjusting ratios. One's own uploads are not excepted: most of a small community's are its
/// staff's. The log has who did what, and why.
package struct CatalogTerms: Sendable {
    package static let mostPeriods = 20

    private let store: any TermsStore
    private let catalog: Catalog
    private let clock: Clock

    package init(store: any TermsStore, catalog: Catalog, clock: Clock) {
        self.store = store
        self.catalog = catalog
        self.clock = clock
    }

    /// What holds now of each that counts otherwise than a byte for a byte, now or soon. Whoever
    /// shows it shows the entries.
    package func held(of entries: [CatalogID]) async throws -> [CatalogID: HeldTerms] {
        guard !entries.isEmpty else { return [:] }
        let now = clock.now()
        return try await store.terms(of: entries).mapValues { $0.held(at: now) }
            .filter { $0.value.terms != .standard || $0.value.until != nil }
    }

    /// What holds now, and the periods that are not over.
    package func terms(of id: CatalogID, for actor: Actor) async throws
        -> (held: HeldTerms, periods: [TermsPeriod])
    {
        let entry = try await catalog.entry(id, for: actor)
        return described(try await store.terms(of: [entry.id])[entry.id] ?? [])
    }

    /// The periods as they shall be from now on: see `replaced(by:at:)`.
    package func change(
        _ id: CatalogID, to periods: [TermsPeriod], reason: String, by actor: Actor
    ) async throws -> (held: HeldTerms, periods: [TermsPeriod]) {
        if let objection = Conduct.objection(to: actor, using: .ratioAdjust) {
            throw ServiceError.objected(objection)
        }
        let entry = try await catalog.entry(id, for: actor)
        let reason = try Reason.checked(reason)
        let now = clock.now()
        try check(periods, at: now)
        do {
            let changed = try await store.changeTerms(
                of: id, { $0.replaced(by: periods, at: now) },
                audit: { before, after in
                    AuditEntry(
                        actor, "catalog.terms_changed", "entry \(entry.id) “\(entry.title)”",
                        reason: reason, before: before.words(at: now), after: after.words(at: now),
                        at: now, visibleTo: entry.minRoleWeight)
                })
            catalog.post(.catalogChanged, entry, to: .viewers(of: entry))
            return described(changed)
        } catch StoreFailure.gone {
            throw ServiceError.notFound("catalog entry")
        }
    }

    private func described(_ periods: [TermsPeriod]) -> (held: HeldTerms, periods: [TermsPeriod]) {
        let now = clock.now()
        return (periods.held(at: now), periods.standing(at: now))
    }

    private func check(_ periods: [TermsPeriod], at now: Timestamp) throws {
        guard periods.count <= Self.mostPeriods else {
            throw invalid("At most \(Self.mostPeriods) periods can be planned.")
        }
        for period in periods {
            if let until = period.until, until <= max(now, period.from ?? now) {
                throw invalid("A period ends after it begins, and not before now.")
            }
            guard period.until ?? now <= .endOfDates, period.from ?? now < .endOfDates else {
                throw invalid("A period begins and ends before the year 10000.")
            }
        }
    }

    private func invalid(_ message: String) -> ServiceError {
        .invalid(field: "periods", message)
    }
}

extension [TermsPeriod] {
    fileprivate func words(at now: Timestamp) -> String {
        let standing = standing(at: now)
        guard !standing.isEmpty else { return "a byte counts for a byte" }
        return standing.map { period in
            "up \(period.terms.uploadPercent) %, down \(period.terms.downloadPercent) %"
                + (period.from.map { " from \($0.inWords)" } ?? "")
                + (period.until.map { " until \($0.inWords)" } ?? "")
        }.joined(separator: "; ")
    }
}
