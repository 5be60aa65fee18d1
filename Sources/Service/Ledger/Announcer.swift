package import Domain
package import Tracker

/// An announce as it came off the wire, with the address it came from.
package struct Announce: Hashable, Sendable {
    package let passkey: Passkey
    package let infoHash: InfoHash
    package let peerID: PeerID
    package let endpoint: PeerEndpoint
    package let counters: Counters
    package let left: ByteCount
    package let event: AnnounceEvent?
    package let numwant: Int?

    package init(
        passkey: Passkey, infoHash: InfoHash, peerID: PeerID, endpoint: PeerEndpoint,
        counters: Counters, left: ByteCount, event: AnnounceEvent?, numwant: Int?
    ) {
        self.passkey = passkey
        self.infoHash = infoHash
        self.peerID = peerID
        self.endpoint = endpoint
        self.counters = counters
        self.left = left
        self.event = event
        self.numwant = numwant
    }
}

package struct AnnounceGrant: Hashable, Sendable {
    /// Seconds until the next announce, and the least.
    package let interval: Int
    package let minInterval: Int
    package let counts: SwarmCounts
    package let peers: [SwarmPeer]
}

/// The tracker's use cases: swarms in memory, every counter in the ledger before it is answered.
///
/// Swarms are filled from the ledger's sessions when first asked for, so the first answer after a
/// restart has peers.
package actor Announcer {
    private let accounts: any AccountStore
    private let roles: any RoleStore
    private let catalog: any CatalogStore
    private let ledger: any LedgerStore
    private let settings: any SettingsStore
    private let bans: BanList
    private let notices: NoticeBoard
    private let clock: Clock

    private var swarms: [CatalogID: Swarm] = [:]
    /// How often who may take part has changed. Whoever was let in by what is read before an
    /// `await` looks at it after: a ban may have come between.
    private var reviews = 0
    /// Of the bans that the swarms were filled under.
    private var bansVersion: Int64?
    private var random = SystemRandomNumberGenerator()

    package init(
        accounts: any AccountStore, roles: any RoleStore, catalog: any CatalogStore,
        ledger: any LedgerStore, settings: any SettingsStore, bans: BanList, notices: NoticeBoard,
        clock: Clock
    ) {
        self.accounts = accounts
        self.roles = roles
        self.catalog = catalog
        self.ledger = ledger
        self.settings = settings
        self.bans = bans
        self.notices = notices
        self.clock = clock
    }

    /// Throws `AnnounceRefusal`, or whatever the database throws.
    package func announce(_ announce: Announce) async throws -> AnnounceGrant {
        while true {
            if let grant = try await grant(announce, asOf: reviews) { return grant }
        }
    }

    /// `nil` when who may take part changed while it was found out.
    private func grant(_ announce: Announce, asOf judged: Int) async throws -> AnnounceGrant? {
        let now = clock.now()
        if let refusal = try await standingBans().refusal(
            of: announce.endpoint.address, announce.peerID, at: now)
        {
            throw refusal
        }
        let settings = try await settings.settings()
        let timing = AnnounceTiming(interval: settings.announceInterval)
        let (account, actor) = try await member(announce.passkey)
        let entry = try await catalog.entry(hash: announce.infoHash)
        var standing = standing(of: entry, for: actor)
        if entry == nil, let reason = try await farewell(to: actor, announce.infoHash) {
            standing = .deleted(reason: reason)
        }

        guard let entry, standing == .available else {
            throw refusal(
                of: announce, by: account, standing, hasStarted: false, lastSeen: nil,
                settings: settings, now: now) ?? .unknownTorrent
        }
        let hasStarted = try await ledger.hasSession(of: account.id, with: entry.id)
        try await fillSwarm(of: entry, since: timing.silenceLimit(at: now))
        guard reviews == judged else { return nil }

        let identity = SwarmMember.Identity(user: account.id, peerID: announce.peerID)
        let family = announce.endpoint.address.family
        var peerLimit = AnnouncePolicy.peerLimit(numwant: announce.numwant, event: announce.event)
        if let refusal = refusal(
            of: announce, by: account, standing, hasStarted: hasStarted,
            lastSeen: swarms[entry.id]?.lastSeen(identity, over: family), settings: settings,
            now: now)
        {
            // Too soon costs the impatient their peers, and nobody their bytes.
            guard case .tooSoon = refusal else { throw refusal }
            peerLimit = 0
        }

        var swarm = swarms[entry.id] ?? Swarm()
        _ = swarm.expire(before: timing.silenceLimit(at: now))
        _ = swarm.announced(
            identity, from: announce.endpoint, left: announce.left, event: announce.event, at: now)
        let peers = swarm.peers(for: identity, over: family, limit: peerLimit, using: &random)
        swarms[entry.id] = swarm

        let credit = try await ledger.book(
            Claim(
                key: SessionKey(user: account.id, torrent: entry.id, peerID: announce.peerID),
                counters: announce.counters, left: announce.left, endpoint: announce.endpoint,
                event: announce.event, at: now),
            terms: .standard, counts: swarm.counts)
        tell(entry, account.id, credit: credit, counts: swarm.counts)
        return AnnounceGrant(
            interval: timing.jittered(using: &random), minInterval: timing.minInterval,
            counts: swarm.counts, peers: peers)
    }

    /// Counts of those of `hashes` that the member may see.
    package func scrape(
        _ hashes: [InfoHash], passkey: Passkey, from address: IPAddress? = nil
    ) async throws -> [(hash: InfoHash, counts: SwarmCounts, completed: Int)] {
        if let address,
            let ban = try await standingBans().ban(of: address, at: clock.now())
        {
            throw AnnounceRefusal.addressBanned(reason: ban.reason)
        }
        let (account, actor) = try await member(passkey)
        if let ban = account.ban(at: clock.now()) {
            throw AnnounceRefusal.banned(reason: ban.reason)
        }
        let interval = try await settings.settings().announceInterval
        let limit = AnnounceTiming(interval: interval).silenceLimit(at: clock.now())
        var answers: [(hash: InfoHash, counts: SwarmCounts, completed: Int)] = []
        for hash in hashes {
            let entry = try await catalog.entry(hash: hash)
            guard let entry, standing(of: entry, for: actor) == .available else { continue }
            try await fillSwarm(of: entry, since: limit)
            let counts = swarms[entry.id]?.counts ?? SwarmCounts(seeders: 0, leechers: 0)
            answers.append((hash, counts, entry.completed))
        }
        return answers
    }

    /// Seconds between announces, for a refusal to name.
    package func interval() async -> Int {
        let settings = try? await settings.settings()
        return (settings ?? .initial).announceInterval
    }

    /// Lets clients that went silent leave their swarms, and lists show it. Called now and then.
    package func expireSilent() async throws {
        let interval = try await settings.settings().announceInterval
        let limit = AnnounceTiming(interval: interval).silenceLimit(at: clock.now())
        // After a restart lists show swarms of which nobody has announced since.
        for id in try await ledger.busyTorrents() where swarms[id] == nil {
            guard let entry = try await catalog.entry(id) else { continue }
            try await fillSwarm(of: entry, since: limit)
            try await show(entry)
        }
        for id in Array(swarms.keys) {
            guard var swarm = swarms[id], !swarm.expire(before: limit).isEmpty else { continue }
            swarms[id] = swarm
            if let entry = try await catalog.entry(id) { try await show(entry) }
            if swarms[id]?.isEmpty == true { swarms[id] = nil }
        }
    }

    /// Whose ban or role changed leaves at once every swarm that is not for them any more: nobody
    /// is sent to them, or they would go on downloading.
    package func review(_ user: UserID) async throws {
        reviews += 1
        for id in Array(swarms.keys) where takesPart(user, in: id) {
            guard let entry = try await catalog.entry(id), try await !isOpen(entry, to: user)
            else { continue }
            swarms[id]?.remove(user: user)
            try await show(entry)
        }
    }

    /// Whose passkey was replaced leaves every swarm, until their clients come with the new one.
    package func dismiss(_ user: UserID) async throws {
        reviews += 1
        for id in Array(swarms.keys) where takesPart(user, in: id) {
            swarms[id]?.remove(user: user)
            if let entry = try await catalog.entry(id) { try await show(entry) }
        }
    }

    /// The same for everybody: a role changed. Swarms are filled again by the rules as they are.
    package func reviewAll() async throws {
        reviews += 1
        swarms = [:]
        try await expireSilent()
    }

    /// What a torrent's entry became is another for those who take part: it was deleted, or shown
    /// to others than before.
    package func review(torrent id: CatalogID) async throws {
        reviews += 1
        guard swarms.removeValue(forKey: id) != nil, let entry = try await catalog.entry(id),
            entry.status == .approved
        else { return }
        let interval = try await settings.settings().announceInterval
        let limit = AnnounceTiming(interval: interval).silenceLimit(at: clock.now())
        try await fillSwarm(of: entry, since: limit)
        try await show(entry)
    }

    /// Swarms are filled again when the bans have changed: another server may have made one.
    private func standingBans() async throws -> StandingBans {
        let standing = try await bans.current()
        if standing.version != bansVersion {
            if bansVersion != nil {
                reviews += 1
                swarms = [:]
            }
            bansVersion = standing.version
        }
        return standing
    }

    /// Why a torrent was deleted, for whoever had a session on it and may know of it.
    private func farewell(to actor: Actor, _ hash: InfoHash) async throws -> String? {
        guard let deleted = try await catalog.deletedEntry(hash: hash),
            actor.may(.catalogRead), actor.sees(deleted.minRoleWeight),
            try await ledger.hasSession(of: actor.id, with: deleted.id)
        else { return nil }
        return deleted.reason
    }

    private func takesPart(_ user: UserID, in id: CatalogID) -> Bool {
        guard var swarm = swarms[id] else { return false }
        let before = swarm.counts
        swarm.remove(user: user)
        return swarm.counts != before
    }

    private func isOpen(_ entry: EntryRecord, to user: UserID) async throws -> Bool {
        guard let account = try await accounts.account(user), account.ban(at: clock.now()) == nil,
            let actor = try await actor(of: account)
        else { return false }
        return standing(of: entry, for: actor) == .available
    }

    private func member(_ passkey: Passkey) async throws -> (AccountRecord, Actor) {
        guard let account = try await accounts.account(passkey: passkey),
            let actor = try await actor(of: account)
        else { throw AnnounceRefusal.unknownPasskey }
        return (account, actor)
    }

    private func actor(of account: AccountRecord) async throws -> Actor? {
        let tree = try await roles.tree()
        return tree[account.roleID].map {
            Actor(
                id: account.id, username: account.username, role: $0,
                permissions: tree.effective($0.id))
        }
    }

    private func standing(of entry: EntryRecord?, for actor: Actor) -> AnnouncePolicy.Standing {
        guard let entry else { return .absent }
        guard Visibility.shows(entry, to: actor) else { return .hidden }
        return entry.status == .approved ? .available : .awaitsApproval
    }

    private func refusal(
        of announce: Announce, by account: AccountRecord, _ standing: AnnouncePolicy.Standing,
        hasStarted: Bool, lastSeen: Timestamp?, settings: CommunitySettings, now: Timestamp
    ) -> AnnounceRefusal? {
        AnnouncePolicy.refusal(
            of: AnnouncePolicy.Facts(
                banReason: account.ban(at: now)?.reason, standing: standing,
                port: announce.endpoint.port, left: announce.left, event: announce.event,
                hasStarted: hasStarted,
                totals: Counters(up: account.totals.up, down: account.totals.down),
                lastSeen: lastSeen),
            ratio: RatioPolicy(requiredRatio: settings.requiredRatio, grace: settings.graceBytes),
            timing: AnnounceTiming(interval: settings.announceInterval), now: now)
    }

    private func fillSwarm(of entry: EntryRecord, since limit: Timestamp) async throws {
        while swarms[entry.id] == nil, try await !tryToFill(entry, since: limit) {}
    }

    /// `false` when it must be tried again: who may take part changed meanwhile.
    private func tryToFill(_ entry: EntryRecord, since limit: Timestamp) async throws -> Bool {
        let judged = reviews
        let (bans, now) = (try await bans.current(), clock.now())
        let sightings = try await ledger.sightings(of: entry.id, since: limit).filter {
            bans.refusal(of: $0.endpoint.address, $0.peerID, at: now) == nil
        }
        var welcome: [UserID: Bool] = [:]
        for user in Set(sightings.map(\.user)) {
            welcome[user] = try await isOpen(entry, to: user)
        }
        // Another announce may have filled it while this one waited.
        guard swarms[entry.id] == nil else { return true }
        guard reviews == judged else { return false }
        var swarm = Swarm()
        for sighting in sightings where welcome[sighting.user] == true {
            _ = swarm.announced(
                SwarmMember.Identity(user: sighting.user, peerID: sighting.peerID),
                from: sighting.endpoint, left: sighting.left, event: nil, at: sighting.at)
        }
        swarms[entry.id] = swarm
        return true
    }

    /// Writes a swarm's size for lists, and says so where it is another than they show.
    private func show(_ entry: EntryRecord) async throws {
        let counts = swarms[entry.id]?.counts ?? SwarmCounts()
        let shown = SwarmCounts(seeders: entry.seeders, leechers: entry.leechers)
        guard counts != shown else { return }
        try await ledger.setCounts(of: entry.id, counts)
        tellSwarm(entry)
    }

    private func tell(
        _ entry: EntryRecord, _ user: UserID, credit: Counters, counts: SwarmCounts
    ) {
        if credit != .zero {
            notices.post(Notice(.ratioChanged, to: .user(user), user: user))
        }
        if counts != SwarmCounts(seeders: entry.seeders, leechers: entry.leechers) {
            tellSwarm(entry)
        }
    }

    private func tellSwarm(_ entry: EntryRecord) {
        notices.post(
            Notice(.swarmChanged, to: .viewers(of: entry), catalog: entry.id))
    }
}
