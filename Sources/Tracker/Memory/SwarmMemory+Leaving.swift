package import Domain

/// How clients leave who do not say so. All of it walks over every place, so it is done in pieces:
/// whoever owns the tables lets announces in between.
extension SwarmMemory {
    /// Every place there is; places that come while one walks over them hold newcomers.
    package var places: Range<UInt32> { sessions.places }

    /// Forgets endpoints that were not seen since `moment`, and sessions that have been without one
    /// for as long.
    package mutating func expire(_ places: Range<UInt32>, before moment: Timestamp) {
        let limit = UInt32(clamping: moment.seconds)
        for number in taken(places) {
            let session = self[number]
            if session.flags.contains(.hasV4), session.v4Seen < limit { forget(number, .v4) }
            if session.flags.contains(.hasV6), sessions.v6s[Int(session.v6)].seen < limit {
                forget(number, .v6)
            }
            if self[number].flags.isDisjoint(with: [.hasV4, .hasV6]), session.claimedAt < limit {
                release(number)
            }
        }
    }

    /// Has those leave their swarms who may not stay, by the numbers of their member and torrent,
    /// their peer id and their addresses.
    package mutating func dismiss(
        _ places: Range<UInt32>,
        where mustGo: (_ member: UInt32, _ torrent: UInt32, PeerID, [IPAddress]) -> Bool
    ) {
        for number in taken(places) {
            let session = self[number]
            var addresses: [IPAddress] = []
            if session.flags.contains(.hasV4) { addresses.append(.v4(session.v4)) }
            if session.flags.contains(.hasV6) { addresses.append(sessions.v6(session).address) }
            guard !addresses.isEmpty,
                mustGo(session.member, session.torrent, session.peer, addresses)
            else { continue }
            leave(number)
        }
    }

    /// Calls `body` with member and torrent of everybody in a swarm.
    package func forEachListed(_ body: (_ member: UInt32, _ torrent: UInt32) -> Void) {
        for swarm in swarms {
            for entry in swarm.givers {
                body(sessions[entry.session].member, sessions[entry.session].torrent)
            }
            for entry in swarm.takers {
                body(sessions[entry.session].member, sessions[entry.session].torrent)
            }
        }
    }

    private func taken(_ places: Range<UInt32>) -> [UInt32] {
        places.clamped(to: self.places).filter { sessions[$0].flags.contains(.isTaken) }
    }
}
