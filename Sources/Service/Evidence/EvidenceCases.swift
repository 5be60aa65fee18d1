package import Domain
package import Tracker

/// Cases for people to judge: about members that stand below them, and never about themselves.
/// Whatever they find, nothing else happens to anybody.
package struct EvidenceCases: Sendable {
    private let store: any EvidenceStore
    private let catalog: any CatalogStore
    private let clock: Clock

    package init(store: any EvidenceStore, catalog: any CatalogStore, clock: Clock) {
        self.store = store
        self.catalog = catalog
        self.clock = clock
    }

    /// A case, and the title of its torrent where the entry exists for who asks.
    package typealias Titled = (record: EvidenceRecord, title: String?)

    package func list(
        isOpen: Bool, of user: UserID?, before id: Int64?, limit: Int, for actor: Actor
    ) async throws -> [Titled] {
        try refuse(Conduct.objection(to: actor, using: .evidenceReview))
        let records = try await store.evidence(
            EvidenceSearch(
                isOpen: isOpen, user: user,
                below: actor.role.isSuperAdmin ? nil : actor.role.weight, except: actor.id,
                before: id, limit: limit))
        var titles: [CatalogID: String?] = [:]
        var cases: [Titled] = []
        for record in records {
            if titles[record.torrent] == nil {
                titles[record.torrent] = try await title(of: record.torrent, for: actor)
            }
            cases.append((record, titles[record.torrent] ?? nil))
        }
        return cases
    }

    package func get(_ id: Int64, for actor: Actor) async throws
        -> (titled: Titled, announces: [ClaimedAnnounce])
    {
        let record = try await readable(id, for: actor)
        return (
            (record, try await title(of: record.torrent, for: actor)),
            try await store.announces(behind: id)
        )
    }

    package func review(
        _ id: Int64, _ verdict: EvidenceVerdict, reason: String, by actor: Actor
    ) async throws {
        let record = try await readable(id, for: actor)
        let reason = try Reason.checked(reason)
        let now = clock.now()
        let user = record.user
        let audit = AuditEntry(
            actor, "evidence.\(verdict.rawValue)", "user \(user.username)", reason: reason,
            before:
                "open: case \(id), \(record.kind.rawValue), score \(record.score), entry \(record.torrent)",
            after: verdict.rawValue, at: now,
            visibleTo: RoleWeight(user.weight.value + 1) ?? .superAdmin,
            on: Premise.Target(user.id, weighing: user.weight))
        do {
            try await store.review(
                id,
                EvidenceRecord.Review(
                    verdict: verdict, reviewer: actor.username.rawValue, reason: reason, at: now),
                audit: audit)
        } catch StoreFailure.gone {
            throw ServiceError.notFound("case")
        } catch StoreFailure.spent {
            throw ServiceError.conflict(
                code: "already_reviewed", "Somebody has judged this case already.")
        }
    }

    private func readable(_ id: Int64, for actor: Actor) async throws -> EvidenceRecord {
        try refuse(Conduct.objection(to: actor, using: .evidenceReview))
        guard let record = try await store.evidence(id), record.user.id != actor.id,
            actor.stands(above: record.user.weight)
        else { throw ServiceError.notFound("case") }
        return record
    }

    private func title(of torrent: CatalogID, for actor: Actor) async throws -> String? {
        guard let entry = try await catalog.entry(torrent), Visibility.shows(entry, to: actor)
        else { return nil }
        return entry.title
    }

    private func refuse(_ objection: Objection?) throws {
        if let objection { throw ServiceError.objected(objection) }
    }
}
