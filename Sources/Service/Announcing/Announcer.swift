package import Domain
import Synchronization
package import Tracker

/// The tracker's use cases: swarms and sessions in memory, every counter in the ledger.
///
/// An announce is answered from the tables where they know enough (`answer`), and otherwise once
/// the database was asked (`announce`). What it changes is written by the flusher within a fraction
/// of a second; what must be on disk before it is answered waits for that.
package final class Announcer: Sendable {
    let accounts: any AccountStore
    let roles: any RoleStore
    let catalog: any CatalogStore
    let ledger: any LedgerStore
    let terms: any TermsStore
    let settings: any SettingsStore
    let bans: BanList
    let watch: EvidenceRoom
    let clock: Clock
    let flusher: LedgerFlusher
    let tables: Mutex<AnnounceTables>
    let readings = SharedReadings<Wanted>()
    /// Whether somebody is reading the rules again.
    private let isRefreshing = Mutex(false)

    package init(
        accounts: any AccountStore, roles: any RoleStore, catalog: any CatalogStore,
        ledger: any LedgerStore, terms: any TermsStore, settings: any SettingsStore, bans: BanList,
        watch: EvidenceRoom,
        notices: NoticeBoard, clock: Clock
    ) {
        self.accounts = accounts
        self.roles = roles
        self.catalog = catalog
        self.ledger = ledger
        self.terms = terms
        self.settings = settings
        self.bans = bans
        self.watch = watch
        self.clock = clock
        tables = Mutex(AnnounceTables(isShared: ledger.isShared))
        flusher = LedgerFlusher(store: ledger, catalog: catalog, notices: notices)
    }

    /// What announces wait for together.
    enum Wanted: Hashable {
        case member(Passkey)
        case torrent(InfoHash)
        case swarm(CatalogID)
    }

    // MARK: announces

    /// The answer from memory, at once; `nil` where the database must be asked. Peers are put into
    /// `peers`, which is empty.
    ///
    /// A grant that waits for a batch is said when `whenWritten` says so.
    package func answer(
        _ announce: Announce, into peers: inout PeerList
    ) throws(AnnounceRefusal) -> AnnounceGrant? {
        switch ask(announce, knowing: nil, into: &peers) {
        case .granted(let grant): return grant
        case .refused(let refusal): throw refusal
        case .needs: return nil
        }
    }

    /// Throws `AnnounceRefusal`, or whatever the database throws. What must be on disk is, when
    /// this returns.
    package func announce(_ announce: Announce, into peers: inout PeerList) async throws
        -> AnnounceGrant
    {
        var earlier: EarlierSession?
        while true {
            let review = tables.withLock { $0.reviews }
            switch ask(announce, knowing: earlier, into: &peers) {
            case .refused(let refusal): throw refusal
            case .granted(let grant):
                if let batch = grant.waitsFor, await !written(batch) {
                    throw AnnounceRefusal.cannotWrite
                }
                return grant
            case .needs(.session(let key)):
                earlier = try await earlierSession(key)
            case .needs(let need): try await read(need, for: announce, asOf: review)
            }
        }
    }

    private func ask(
        _ announce: Announce, knowing earlier: EarlierSession?, into peers: inout PeerList
    ) -> AnnounceTables.Answer {
        let now = clock.now()
        let (answer, begins, isOld, interval) = tables.withLock { tables in
            let wasEmpty = tables.memory.records.isEmpty
            let answer = tables.announce(announce, at: now, knowing: earlier, into: &peers)
            return (
                answer, wasEmpty && !tables.memory.records.isEmpty,
                tables.rules.map { $0.askedAt != now } ?? false,
                tables.rules?.timing.interval ?? 0
            )
        }
        if begins { flusher.begins() }
        if isOld { refreshSoon() }
        if case .granted(let grant) = answer, watch.watches(grant.torrent.id) {
            watch.saw(SeenAnnounce(announce, grant, interval: interval, at: now))
        }
        return answer
    }

    /// `told` is called once batch `batch` is on disk, or cannot be written now.
    package func whenWritten(_ batch: UInt64, _ told: @escaping @Sendable (Bool) -> Void) {
        flusher.whenWritten(batch, told)
    }

    private func written(_ batch: UInt64) async -> Bool {
        await withCheckedContinuation { continuation in
            flusher.whenWritten(batch) { continuation.resume(returning: $0) }
        }
    }

    // MARK: scrapes

    /// Counts of those of `hashes` that the member may see.
    package func scrape(
        _ hashes: [InfoHash], passkey: Passkey, from address: IPAddress? = nil
    ) async throws -> [(hash: InfoHash, counts: SwarmCounts, completed: Int)] {
        let now = clock.now()
        if let address, let ban = try await bans.current().ban(of: address, at: now) {
            throw AnnounceRefusal.addressBanned(reason: ban.reason)
        }
        guard let account = try await accounts.account(passkey: passkey),
            let member = try await facts(of: account)
        else { throw AnnounceRefusal.unknownPasskey }
        if let reason = member.banReason(at: now) { throw AnnounceRefusal.banned(reason: reason) }
        var answers: [(hash: InfoHash, counts: SwarmCounts, completed: Int)] = []
        for hash in hashes {
            guard let entry = try await catalog.entry(hash: hash),
                TorrentFacts(entry, []).standing(for: member) == .available
            else { continue }
            try await fill(entry)
            let counts = tables.withLock { $0.counts(of: entry.id) }
            answers.append((hash, counts ?? SwarmCounts(), entry.completed))
        }
        return answers
    }

    /// Seconds between announces, for a refusal to name.
    package var interval: Int {
        tables.withLock { $0.rules?.timing.interval }
            ?? CommunitySettings.initial.announceInterval
    }

    // MARK: writing

    /// Writes what announces change, until `end`.
    package func write() async {
        await flusher.run(
            LedgerFlusher.Work(
                take: { [self] in tables.withLock { $0.takeBatch() } },
                hasMore: { [self] in tables.withLock { $0.memory.hasBatch } },
                told: { [self] outcome in
                    tables.withLock { tables in
                        tables.isStuck = outcome == nil
                        for (user, by) in outcome ?? [:] {
                            tables.adjust(user, up: by.up, down: by.down)
                        }
                    }
                }))
    }

    /// What is booked now is on disk when this returns, or cannot be written.
    @discardableResult
    package func settle() async -> Bool {
        let (batch, isDone) = tables.withLock { ($0.batch, !$0.memory.hasBatch) }
        if isDone, !flusher.isWriting { return true }
        return await written(batch)
    }

    package func end() { flusher.end() }

    /// Staff corrected a member's counters.
    package func adjusted(_ user: UserID, up: Int64, down: Int64) {
        tables.withLock { $0.adjust(user, up: up, down: down) }
    }

    private func refreshSoon() {
        let isFirst = isRefreshing.withLock { isRefreshing in
            defer { isRefreshing = true }
            return !isRefreshing
        }
        guard isFirst else { return }
        Task {
            // While the database does not answer, what was known last holds.
            try? await refreshRules()
            isRefreshing.withLock { $0 = false }
        }
    }
}
