package import Domain

extension SwarmMemory {
    /// Whom to tell a session about, in compact lists that are appended to: at most `limit` others,
    /// each of them as likely as any other; who wants nothing more is told of takers only, and who
    /// is not in the swarm of nobody.
    package mutating func peers(
        for session: UInt32, over family: IPAddress.Family, limit: Int, to v4s: inout [UInt8],
        and v6s: inout [UInt8]
    ) {
        pick(for: session, limit: limit) { memory, entry in
            // A session is a cache line of its own: over IPv4 the entry says all there is to say.
            if family == .v4, entry.port != 0 { return entry.append(to: &v4s) }
            let other = memory[entry.session]
            if other.flags.contains(.hasV6) {
                memory.append(memory.sessions.v6s[Int(other.v6)], to: &v6s)
            } else {
                entry.append(to: &v4s)
            }
        }
    }

    /// The same for the older forms of a reply.
    package mutating func peers(
        for session: UInt32, over family: IPAddress.Family, limit: Int
    ) -> [SwarmPeer] {
        var peers: [SwarmPeer] = []
        pick(for: session, limit: limit) { memory, entry in
            let other = memory[entry.session]
            let usesV4 = family == .v4 || !other.flags.contains(.hasV6)
            let endpoint =
                usesV4 && entry.port != 0 ? memory.sessions.v4(other) : memory.sessions.v6(other)
            peers.append(SwarmPeer(id: other.peer, endpoint: endpoint))
        }
        return peers
    }

    private mutating func pick(
        for session: UInt32, limit: Int, _ take: (borrowing SwarmMemory, PeerEntry) -> Void
    ) {
        guard self[session].flags.contains(.isListed) else { return }
        let swarm = Int(self[session].torrent)
        let gives = !self[session].flags.isDisjoint(with: [.seeds, .pauses])
        let givers = gives ? 0 : swarms[swarm].givers.count
        let all = givers + swarms[swarm].takers.count
        let limit = min(limit, 200)
        guard limit > 0, all > 1 || all == 1 && gives else { return }
        // One more than wanted, for the walk may come by the asker.
        let wanted = min(all, limit + 1)
        let step = wanted == all ? 1 : random.stride(of: all)
        var position = random.below(all)
        var taken = 0
        for _ in 0..<wanted where taken < limit {
            let entry =
                position < givers
                ? swarms[swarm].givers[position] : swarms[swarm].takers[position - givers]
            position += step
            if position >= all { position -= all }
            guard entry.session != session else { continue }
            take(self, entry)
            taken += 1
        }
    }

    private func append(_ side: HotV6, to bytes: inout [UInt8]) {
        for word in [side.high, side.low] {
            for shift: UInt64 in [56, 48, 40, 32, 24, 16, 8, 0] {
                bytes.append(UInt8(truncatingIfNeeded: word >> shift))
            }
        }
        bytes.append(UInt8(truncatingIfNeeded: side.port >> 8))
        bytes.append(UInt8(truncatingIfNeeded: side.port))
    }
}
