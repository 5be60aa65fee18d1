import Domain
import Tracker

/// The clients of one torrent that have announced lately.
///
/// Invariants:
/// 1. A client is (user, peer_id); its IPv4 and IPv6 addresses are two endpoints of one member.
/// 2. An endpoint belongs to one member: whoever announced from it last. So the ghost that a
///    killed client leaves behind is gone when the client comes back on the same port.
/// 3. Nobody is in it whose every endpoint is older than the last expiry's cut-off.
struct Swarm: Sendable {
    enum Change: Hashable, Sendable {
        case joined, updated, left
        /// It has everything now and had not before: told once a download.
        case completed
        /// Somebody who was not here said goodbye.
        case nothing
    }

    private var seeders = MemberTable()
    private var leechers = MemberTable()
    private var owners: [PeerEndpoint: SwarmMember.Identity] = [:]

    init() {}

    var counts: SwarmCounts {
        SwarmCounts(seeders: seeders.members.count, leechers: leechers.members.count)
    }

    var isEmpty: Bool { seeders.members.isEmpty && leechers.members.isEmpty }

    func member(_ identity: SwarmMember.Identity) -> ModelMember? {
        seeders[identity] ?? leechers[identity]
    }

    /// When a client was last heard over one address family; its other address has its own clock.
    func lastSeen(
        _ identity: SwarmMember.Identity, over family: IPAddress.Family
    ) -> Timestamp? {
        switch family {
        case .v4: member(identity)?.v4?.at
        case .v6: member(identity)?.v6?.at
        }
    }

    /// Books that a client was heard of.
    mutating func announced(
        _ identity: SwarmMember.Identity, from endpoint: PeerEndpoint, left: ByteCount,
        event: AnnounceEvent?, at now: Timestamp
    ) -> Change {
        let before = remove(identity)
        guard event != .stopped else { return before == nil ? .nothing : .left }
        if let ghost = owners[endpoint] { dispossess(ghost, of: endpoint) }

        var member = before ?? ModelMember(identity: identity, left: left)
        member.left = left
        member.wasSeen(at: endpoint, now: now)
        insert(member)

        // rtorrent never says `completed`, and a restart of the tracker forgets who was leeching:
        // either sign is taken, the event only where nothing contradicts it.
        if let before, !before.isSeeder, member.isSeeder { return .completed }
        guard let before else {
            return event == .completed && member.isSeeder ? .completed : .joined
        }
        return before == member ? .nothing : .updated
    }

    /// A word that was overtaken on its way says where the client is, and nothing else.
    mutating func wasSeen(
        _ identity: SwarmMember.Identity, at endpoint: PeerEndpoint, now: Timestamp
    ) {
        guard var member = remove(identity) else { return }
        if let ghost = owners[endpoint] { dispossess(ghost, of: endpoint) }
        member.wasSeen(at: endpoint, now: now)
        insert(member)
    }

    /// Forgets every endpoint not seen since `moment`; returns who is gone with their last one.
    mutating func expire(before moment: Timestamp) -> [SwarmMember.Identity] {
        var gone: [SwarmMember.Identity] = []
        for var member in seeders.members + leechers.members {
            let known = member.endpoints.count
            member.forgetSightings(before: moment)
            guard member.endpoints.count < known else { continue }
            remove(member.identity)
            if member.endpoints.isEmpty { gone.append(member.identity) } else { insert(member) }
        }
        return gone
    }

    /// Everybody of one user leaves: a ban, a role that may no longer see the torrent.
    mutating func remove(user: UserID) {
        for member in seeders.members + leechers.members where member.identity.user == user {
            remove(member.identity)
        }
    }

    /// Whom to tell a client about: at most `limit` others, drawn evenly; a seeder is told of
    /// leechers only. Nobody is named twice, and never the client itself.
    func peers(
        for identity: SwarmMember.Identity, over family: IPAddress.Family, limit: Int,
        using generator: inout some RandomNumberGenerator
    ) -> [SwarmPeer] {
        let asksAsSeeder = seeders[identity] != nil
        let seeding = asksAsSeeder ? [] : seeders.members
        let leeching = leechers.members
        // One more than wanted, for the draw may hit the asker.
        let positions = RandomSample.positions(
            limit < Int.max ? limit + 1 : limit, of: seeding.count + leeching.count,
            using: &generator)
        var peers: [SwarmPeer] = []
        for position in positions where peers.count < limit {
            let member =
                position < seeding.count
                ? seeding[position] : leeching[position - seeding.count]
            guard member.identity != identity,
                let endpoint = member.endpoint(preferring: family)
            else { continue }
            peers.append(SwarmPeer(id: member.identity.peerID, endpoint: endpoint))
        }
        return peers
    }

    private mutating func insert(_ member: ModelMember) {
        if member.isSeeder { seeders.set(member) } else { leechers.set(member) }
        for endpoint in member.endpoints { owners[endpoint] = member.identity }
    }

    @discardableResult
    private mutating func remove(_ identity: SwarmMember.Identity) -> ModelMember? {
        guard let member = seeders.remove(identity) ?? leechers.remove(identity) else { return nil }
        for endpoint in member.endpoints { owners[endpoint] = nil }
        return member
    }

    private mutating func dispossess(_ ghost: SwarmMember.Identity, of endpoint: PeerEndpoint) {
        guard var member = remove(ghost) else { return }
        member.forget(endpoint)
        if !member.endpoints.isEmpty { insert(member) }
    }
}
