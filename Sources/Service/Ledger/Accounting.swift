package import Domain
package import Tracker

/// A member's counters as they are shown.
package struct Standing: Hashable, Sendable {
    package let totals: Totals
    package let limits: MemberLimits
    package let activity: SwarmCounts
}

/// One line of what a member moved; `entry` is `nil` for all together that the asker may not see.
package struct Share: Hashable, Sendable {
    package let entry: EntryRecord?
    package let credited: Counters
    package let isActive: Bool
    /// What is still to be seeded.
    package let seeding: SeedingPolicy.Verdict
}

/// Reading the ledger, and correcting it with a reason.
package struct Accounting: Sendable {
    private let accounts: any AccountStore
    private let roles: any RoleStore
    private let catalog: any CatalogStore
    private let ledger: any LedgerStore
    private let settings: any SettingsStore
    private let notices: NoticeBoard
    private let clock: Clock

    package init(
        accounts: any AccountStore, roles: any RoleStore, catalog: any CatalogStore,
        ledger: any LedgerStore, settings: any SettingsStore, notices: NoticeBoard, clock: Clock
    ) {
        self.accounts = accounts
        self.roles = roles
        self.catalog = catalog
        self.ledger = ledger
        self.settings = settings
        self.notices = notices
        self.clock = clock
    }

    /// One's own, or anybody's with `stats.read`. Who may not ask learns nothing of who exists.
    package func standing(of id: UserID, for actor: Actor) async throws -> Standing {
        try await standing(of: try await readable(id, by: actor), for: actor)
    }

    /// For callers who have shown that they may read the account itself. Torrents that the viewer
    /// may not see are not counted; without a viewer it is the member who looks.
    package func standing(of account: AccountRecord, for viewer: Actor? = nil) async throws
        -> Standing
    {
        let settings = try await settings.settings()
        let tree = try await roles.tree()
        let weight = viewer?.role.weight ?? tree[account.roleID]?.weight ?? .guest
        return Standing(
            totals: account.totals,
            limits: MemberLimits(tree.limits(of: account.roleID), settings),
            activity: try await ledger.activity(
                of: account.id, since: silenceLimit(settings), visibleTo: weight))
    }

    package func history(of id: UserID, _ span: HistorySpan, count: Int, for actor: Actor)
        async throws -> [HistoryRecord]
    {
        let account = try await readable(id, by: actor)
        let since = span.start(of: clock.now()).adding(seconds: -span.rawValue * Int64(count - 1))
        return try await ledger.history(of: account.id, span, since: since)
    }

    package func shares(of id: UserID, for actor: Actor) async throws -> [Share] {
        let account = try await readable(id, by: actor)
        let settings = try await settings.settings()
        let (limit, seeding, now) = (silenceLimit(settings), SeedingPolicy(settings), clock.now())
        var shares: [Share] = []
        // How many there are is nobody's to know who may not see them, so they are one.
        var hidden: Share?
        for record in try await ledger.shares(of: account.id, activeSince: limit) {
            if let entry = try await catalog.entry(record.catalog),
                Visibility.shows(entry, to: actor)
            {
                shares.append(
                    Share(
                        entry: entry, credited: record.credited, isActive: record.isActive,
                        seeding: seeding.verdict(
                            SeedingPolicy.Share(
                                size: entry.size, moved: record.moved,
                                seededSeconds: record.seededSeconds), at: now)))
            } else {
                // Nor can anybody seed what is gone, so nothing of it is owed.
                hidden = Share(
                    entry: nil, credited: (hidden?.credited ?? .zero) + record.credited,
                    isActive: false, seeding: .nothing)
            }
        }
        return shares + (hidden.map { [$0] } ?? [])
    }

    package func adjust(_ id: UserID, up: Int64, down: Int64, reason: String, by actor: Actor)
        async throws -> Standing
    {
        let reason = try Reason.checked(reason)
        guard let account = try await accounts.account(id) else {
            throw ServiceError.notFound("member")
        }
        let weight = try await roles.tree()[account.roleID]?.weight ?? .superAdmin
        if let objection = Conduct.objection(
            to: actor, adjustingRatioOf: id, weighing: weight)
        {
            throw ServiceError.objected(objection)
        }
        guard up != 0 || down != 0 else {
            throw ServiceError.invalid(field: "bytes_up", "An adjustment changes something.")
        }
        let most: Int64 = 1 << 60
        guard (-most...most).contains(up), (-most...most).contains(down) else {
            throw ServiceError.invalid(
                field: "bytes_up", "An adjustment has at most 1 EiB in either direction.")
        }
        let now = clock.now()
        let audit = AuditEntry(
            actor, "ratio.adjusted", "user \(account.username)", reason: reason,
            at: now, on: Premise.Target(id, weighing: weight))
        do {
            try await ledger.adjust(
                Adjustment(
                    user: id, actor: actor.id, up: up, down: down, reason: reason, at: now),
                audit: audit)
        } catch StoreFailure.belowZero {
            throw ServiceError.invalid(
                field: "bytes_up", "This would take a counter below zero.")
        }
        notices.post(Notice(.ratioChanged, to: .user(id), user: id))
        guard let adjusted = try await accounts.account(id) else {
            throw ServiceError.notFound("member")
        }
        return try await standing(of: adjusted, for: actor)
    }

    package func keep(_ notes: [TransferNote], of actor: Actor) async throws {
        try await ledger.keep(notes, of: actor.id, at: clock.now())
    }

    package func verify() async throws -> [LedgerBreak] { try await ledger.verifyTotals() }

    private func readable(_ id: UserID, by actor: Actor) async throws -> AccountRecord {
        if id != actor.id, let objection = Conduct.objection(to: actor, using: .statsRead) {
            throw ServiceError.objected(objection)
        }
        guard let account = try await accounts.account(id) else {
            throw ServiceError.notFound("member")
        }
        return account
    }

    private func silenceLimit(_ settings: CommunitySettings) -> Timestamp {
        AnnounceTiming(interval: settings.announceInterval).silenceLimit(at: clock.now())
    }
}
