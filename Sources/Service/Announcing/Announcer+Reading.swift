import Domain
import Synchronization
import Tracker

/// Reads what the tables do not know.
extension Announcer {
    func read(_ need: AnnounceTables.Need, for announce: Announce, asOf review: Int) async throws {
        switch need {
        case .session: break
        case .rules: try await refreshRules()
        case .member:
            let passkey = announce.passkey
            let isThere = try await readings.of(.member(passkey)) { [self] in
                guard let account = try await accounts.account(passkey: passkey) else {
                    return false
                }
                return try await take(account, asOf: review)
            }
            guard isThere else { throw AnnounceRefusal.unknownPasskey }
        case .torrent(let member):
            let hash = announce.infoHash
            let isThere = try await readings.of(.torrent(hash)) { [self] in
                guard let entry = try await catalog.entry(hash: hash) else { return false }
                let facts = try await facts(of: entry)
                tables.withLock { $0.take(facts, announcedAs: hash, asOf: review) }
                return true
            }
            guard isThere else { throw try await absence(of: hash, for: member) }
        case .swarm(let id): try await fill(id)
        }
    }

    func earlierSession(_ key: SessionKey) async throws -> EarlierSession {
        let timing = tables.withLock { $0.rules?.timing } ?? AnnounceTiming(interval: interval)
        return try await EarlierSession(
            row: ledger.session(key),
            hasStarted: ledger.hasSession(of: key.user, with: key.torrent),
            downloads: ledger.downloads(
                of: key.user, since: timing.silenceLimit(at: clock.now())))
    }

    func facts(of entry: EntryRecord) async throws -> TorrentFacts {
        TorrentFacts(entry, try await terms.terms(of: [entry.id])[entry.id] ?? [])
    }

    /// The settings and the bans as they are; where bans came, those whom they name leave.
    package func refreshRules() async throws {
        let now = clock.now()
        let (settings, bans) = (try await settings.settings(), try await bans.current())
        let roles = try await roles.tree()
        let act = try await ledger.lastActElsewhere()
        let isNews = tables.withLock { tables in
            let before = tables.rules
            tables.rules = AnnounceRules(
                settings: settings, bans: bans, roles: roles, act: act, at: now)
            guard let before else { return false }
            let isNews = before.bans.version != bans.version
            if isNews { tables.beginReview() }
            // Another server's staff did something: who may take part is found out anew.
            let isForeign = before.act != act
            if isForeign { tables.review() }
            return isNews || isForeign
        }
        if isNews { try await sweep() }
    }

    /// Its sessions as the database has them, so that the first answer after a restart has peers.
    func fill(_ entry: EntryRecord) async throws {
        if tables.withLock({ $0.rules == nil }) { try await refreshRules() }
        while tables.withLock({ !$0.isFilled(entry.id) }) {
            let review = tables.withLock { $0.reviews }
            let facts = try await facts(of: entry)
            tables.withLock { $0.take(facts, announcedAs: nil, asOf: review) }
            try await fill(entry.id)
        }
    }

    private func fill(_ torrent: CatalogID) async throws {
        _ = try await readings.of(.swarm(torrent)) { [self] in
            try await readSwarm(of: torrent)
            return true
        }
    }

    private func readSwarm(of torrent: CatalogID) async throws {
        let (review, timing) = tables.withLock { ($0.reviews, $0.rules?.timing) }
        let now = clock.now()
        let limit = (timing ?? AnnounceTiming(interval: interval)).silenceLimit(at: now)
        let rows = try await ledger.sessions(of: torrent, since: limit)
        try await know(Set(rows.map(\.session.key.user)), asOf: review)
        tables.withLock { $0.fill(torrent, with: rows, at: now, asOf: review) }
    }

    /// Reads those of `users` who are not known. Whoever is gone stays so.
    func know(_ users: some Sequence<UserID> & Sendable, asOf review: Int) async throws {
        let unknown = tables.withLock { tables in users.filter { !tables.isKnown($0) } }
        guard !unknown.isEmpty else { return }
        for account in try await accounts.accounts(unknown) {
            _ = try await take(account, asOf: review)
        }
    }

    /// `false` where the role of the account is gone.
    private func take(_ account: AccountRecord, asOf review: Int) async throws -> Bool {
        guard let facts = try await facts(of: account) else { return false }
        tables.withLock {
            $0.take(
                facts, totals: Counters(up: account.totals.up, down: account.totals.down),
                asOf: review)
        }
        return true
    }

    func facts(of account: AccountRecord) async throws -> MemberFacts? {
        try await actor(of: account).map {
            MemberFacts(
                id: account.id, passkey: account.passkey, sight: Visibility.Sight($0.actor),
                limits: $0.limits, ban: account.ban)
        }
    }

    private func actor(of account: AccountRecord) async throws
        -> (actor: Actor, limits: RoleLimits)?
    {
        let known = tables.withLock { $0.rules?.roles }
        let tree = if let known { known } else { try await roles.tree() }
        return tree[account.roleID].map { role in
            (
                Actor(
                    id: account.id, username: account.username, role: role,
                    permissions: tree.effective(role.id)), tree.limits(of: role.id)
            )
        }
    }

    /// Why a torrent is not there: who had a session on one that was deleted, and may know of it,
    /// learns the reason.
    private func absence(of hash: InfoHash, for member: MemberFacts) async throws
        -> AnnounceRefusal
    {
        if let reason = member.banReason(at: clock.now()) { return .banned(reason: reason) }
        guard let deleted = try await catalog.deletedEntry(hash: hash),
            member.sight.reaches(deleted.minRoleWeight),
            try await ledger.hasSession(of: member.id, with: deleted.id)
        else { return .unknownTorrent }
        return .deleted(reason: deleted.reason)
    }
}
