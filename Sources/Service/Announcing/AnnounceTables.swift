import Domain
import Tracker

/// Everything that an announce is answered from: facts, swarms and sessions. Whoever owns it locks
/// it; it waits for nothing.
///
/// 1. What it answers was booked first, and is in the batch that is written next.
/// 2. Who or what is not here is asked for, and never refused for it.
/// 3. Facts that were read before a review began are not taken in after it: `reviews` says which.
struct AnnounceTables: Sendable {
    enum Answer {
        case granted(AnnounceGrant)
        case refused(AnnounceRefusal)
        case needs(Need)
    }

    /// What must be read before there is an answer.
    enum Need: Sendable {
        case rules
        case member
        case torrent(for: MemberFacts)
        case swarm(of: CatalogID)
        case session(SessionKey)
    }

    private struct Torrent {
        var facts: TorrentFacts?
        /// Its sessions were read from the database.
        var isFilled = false
    }

    var memory: SwarmMemory
    var rules: AnnounceRules?
    /// How often who may take part has changed.
    private(set) var reviews = 0
    /// The number of the batch under way.
    private(set) var batch: UInt64 = 1
    /// Nothing could be written lately: nothing more is taken on.
    var isStuck = false

    private var members: [MemberFacts?] = []
    private var memberNumbers: [UserID: UInt32] = [:]
    private var passkeys: [Passkey: UInt32] = [:]
    private var torrents: [Torrent] = []
    private var torrentNumbers: [CatalogID: UInt32] = [:]
    private var hashes: [InfoHash: UInt32] = [:]
    private var random = QuickJitter()

    /// - Parameter isShared: other servers write to the same ledger.
    init(isShared: Bool) { memory = SwarmMemory(isShared: isShared) }

    // MARK: answers

    mutating func announce(
        _ announce: Announce, at now: Timestamp, knowing earlier: EarlierSession?,
        into peers: inout PeerList
    ) -> Answer {
        guard let rules else { return .needs(.rules) }
        let endpoint = announce.endpoint
        if !rules.bans.isEmpty,
            let refusal = rules.bans.refusal(of: endpoint.address, announce.peerID, at: now)
        {
            return .refused(refusal)
        }
        guard let member = passkeys[announce.passkey], let facts = members[Int(member)]
        else { return .needs(.member) }
        guard let torrent = hashes[announce.infoHash],
            let torrentFacts = torrents[Int(torrent)].facts
        else { return .needs(.torrent(for: facts)) }
        let standing = torrentFacts.standing(for: facts)
        if standing == .available, !torrents[Int(torrent)].isFilled {
            return .needs(.swarm(of: torrentFacts.id))
        }
        let family = endpoint.address.family
        let known = memory.session(announce.peerID, member, torrent)
        let limits = MemberLimits(facts.limits, rules.settings)
        let isDownloading = known.map { memory.isDownloading($0) } ?? false
        let countsSlots =
            limits.downloadSlots != nil && announce.left > .zero && !isDownloading
            && announce.event != .paused && announce.event != .stopped
        if standing == .available, earlier == nil, known == nil || countsSlots {
            return .needs(
                .session(
                    SessionKey(
                        user: facts.id, torrent: torrentFacts.id, peerID: announce.peerID)))
        }
        let refusal = AnnouncePolicy.refusal(
            of: AnnouncePolicy.Facts(
                banReason: facts.banReason(at: now), standing: standing, port: endpoint.port,
                left: announce.left, event: announce.event,
                hasStarted: known != nil || earlier?.hasStarted == true,
                totals: memory.members[Int(member)].totals,
                lastSeen: known.flatMap { memory.lastSeen($0, over: family) },
                isDownloading: isDownloading
                    || earlier?.downloads.contains(torrentFacts.id) == true,
                otherDownloads: earlier?.downloads.subtracting([torrentFacts.id]).count ?? 0),
            ratio: RatioPolicy(requiredRatio: limits.requiredRatio, grace: limits.graceBytes),
            slots: SlotPolicy(downloads: limits.downloadSlots), timing: rules.timing, now: now)
        var limit = AnnouncePolicy.peerLimit(numwant: announce.numwant, event: announce.event)
        switch refusal {
        case nil: break
        // Too soon costs the impatient their peers, and nobody their bytes.
        case .tooSoon: limit = 0
        case .some(let refusal): return .refused(refusal)
        }
        guard !isStuck else { return .refused(.cannotWrite) }
        let session =
            known
            ?? memory.remember(
                announce.peerID, member: member, torrent: torrent, as: earlier?.row?.session,
                left: earlier?.row?.left, at: now)
        let booking = memory.announce(
            session,
            SwarmMemory.Claim(
                endpoint: endpoint, counters: announce.counters, left: announce.left,
                event: announce.event,
                terms: TorrentTerms(
                    periods: torrentFacts.periods, interval: rules.timing.interval), at: now))
        tell(session, over: family, limit: limit, into: &peers)
        return .granted(
            AnnounceGrant(
                interval: rules.timing.jittered(using: &random),
                minInterval: rules.timing.minInterval, counts: memory.counts(of: torrent),
                waitsFor: booking.waitsForDisk ? batch : nil, user: facts.id,
                torrent: torrentFacts))
    }

    private mutating func tell(
        _ session: UInt32, over family: IPAddress.Family, limit: Int, into peers: inout PeerList
    ) {
        if peers.isCompact {
            memory.peers(
                for: session, over: family, limit: limit, to: &peers.v4s, and: &peers.v6s)
        } else {
            peers.listed = memory.peers(for: session, over: family, limit: limit)
        }
    }

    func counts(of id: CatalogID) -> SwarmCounts? {
        torrentNumbers[id].map { memory.counts(of: $0) }
    }

    // MARK: what was read

    /// - Parameter review: `reviews` before it was read.
    mutating func take(_ facts: MemberFacts, totals: Counters, asOf review: Int) {
        guard review == reviews else { return }
        let number: UInt32
        if let known = memberNumbers[facts.id] {
            number = known
            if let passkey = members[Int(number)]?.passkey { passkeys[passkey] = nil }
        } else {
            number = memory.addMember(facts.id, totals: totals)
            memberNumbers[facts.id] = number
            members.append(nil)
        }
        members[Int(number)] = facts
        passkeys[facts.passkey] = number
    }

    /// - Parameter hash: one that it is announced under; a hybrid has two.
    mutating func take(_ facts: TorrentFacts, announcedAs hash: InfoHash?, asOf review: Int) {
        guard review == reviews else { return }
        let number: UInt32
        if let known = torrentNumbers[facts.id] {
            number = known
        } else {
            number = memory.addTorrent(facts.id)
            torrentNumbers[facts.id] = number
            torrents.append(Torrent())
        }
        torrents[Int(number)].facts = facts
        if let hash { hashes[hash] = number }
    }

    func isKnown(_ user: UserID) -> Bool { facts(of: user) != nil }

    /// Fills a swarm with those of `rows` who may take part; members and torrent are known.
    mutating func fill(
        _ torrent: CatalogID, with rows: [SessionRow], at now: Timestamp, asOf review: Int
    ) {
        guard review == reviews, let number = torrentNumbers[torrent],
            let facts = torrents[Int(number)].facts
        else { return }
        for row in rows {
            guard let member = memberNumbers[row.session.key.user],
                let memberFacts = members[Int(member)], memberFacts.banReason(at: now) == nil,
                facts.standing(for: memberFacts) == .available
            else { continue }
            memory.restore(
                row.session, member: member, torrent: number, left: row.left,
                v4: welcome(row.v4, row, now), v6: welcome(row.v6, row, now))
        }
        torrents[Int(number)].isFilled = true
    }

    private func welcome(
        _ place: LedgerRecord.Place?, _ row: SessionRow, _ now: Timestamp
    ) -> LedgerRecord.Place? {
        guard let place, row.session.isRunning else { return nil }
        let refusal = rules?.bans.refusal(
            of: place.endpoint.address, row.session.key.peerID, at: now)
        return refusal == nil ? place : nil
    }

    func isFilled(_ torrent: CatalogID) -> Bool {
        torrentNumbers[torrent].map { torrents[Int($0)].isFilled } ?? false
    }

    // MARK: reviews

    /// What is known of these is not to be relied on any more; of everybody and everything, where
    /// nobody and nothing is named.
    mutating func review(user: UserID? = nil, torrent: CatalogID? = nil) {
        reviews += 1
        if let user, let number = memberNumbers[user] {
            if let passkey = members[Int(number)]?.passkey { passkeys[passkey] = nil }
            members[Int(number)] = nil
        }
        if let torrent, let number = torrentNumbers[torrent] { torrents[Int(number)].facts = nil }
        guard user == nil, torrent == nil else { return }
        passkeys = [:]
        for number in members.indices { members[number] = nil }
        for number in torrents.indices { torrents[number].facts = nil }
    }

    /// The same without anybody forgotten: a ban of addresses or clients came.
    mutating func beginReview() { reviews += 1 }

    /// Has lists show a swarm's size where they show another. Answers whether they do.
    mutating func noteSize(of id: CatalogID, unless shown: SwarmCounts) -> Bool {
        guard let number = torrentNumbers[id], memory.counts(of: number) != shown else {
            return false
        }
        memory.noteChange(number)
        return true
    }

    /// Members and torrents of whom somebody is in a swarm and nothing is known.
    func unknownParticipants() -> (users: [UserID], torrents: [CatalogID]) {
        var (users, torrents): (Set<UserID>, Set<CatalogID>) = ([], [])
        memory.forEachListed { member, torrent in
            if members[Int(member)] == nil { users.insert(memory.members[Int(member)].id) }
            if self.torrents[Int(torrent)].facts == nil {
                torrents.insert(memory.torrents[Int(torrent)])
            }
        }
        return (Array(users), Array(torrents))
    }

    /// Has those leave who may not take part: nobody is sent to them, or they would go on
    /// downloading. Whoever is not known is gone.
    mutating func dismissUnwelcome(_ places: Range<UInt32>, at now: Timestamp) {
        let (members, torrents, bans) = (members, torrents, rules?.bans ?? .none)
        memory.dismiss(places) { member, torrent, peer, addresses in
            guard let member = members[Int(member)], member.banReason(at: now) == nil,
                let torrent = torrents[Int(torrent)].facts,
                torrent.standing(for: member) == .available
            else { return true }
            return addresses.contains { bans.refusal(of: $0, peer, at: now) != nil }
        }
    }

    mutating func dismiss(_ user: UserID, _ places: Range<UInt32>) {
        guard let number = memberNumbers[user] else { return }
        memory.dismiss(places) { member, _, _, _ in member == number }
    }

    /// A member's totals are others than announces alone make them.
    mutating func adjust(_ user: UserID, up: Int64, down: Int64) {
        guard let number = memberNumbers[user] else { return }
        memory.adjust(number, up: up, down: down)
    }

    // MARK: batches

    /// What is not on disk, and its number; the next batch begins.
    mutating func takeBatch() -> (number: UInt64, LedgerBatch) {
        defer { batch += 1 }
        return (batch, memory.takeBatch())
    }

    private func facts(of user: UserID) -> MemberFacts? {
        memberNumbers[user].flatMap { members[Int($0)] }
    }
}

/// For spreading intervals: quick, and no secret depends on it.
private struct QuickJitter: RandomNumberGenerator {
    private var state = UInt64.random(in: 0 ... .max)

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        let product = state.multipliedFullWidth(by: 0xD6E8_FEB8_6659_FD93)
        return product.high ^ product.low
    }
}
