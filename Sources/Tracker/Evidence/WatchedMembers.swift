import Domain

/// Who in a swarm is meant by a peer id or an address, and which session of a member attests.
///
/// Where more than one could be meant nobody is: what is attested then counts for nobody, as what a
/// stock client took does, and so against nobody either.
struct WatchedMembers: Sendable {
    /// Names that mean one session each, or none.
    private struct Names<Name: Hashable & Sendable>: Sendable {
        private static var several: UInt32 { 0 }

        private var numbers: [Name: UInt32] = [:]

        subscript(name: Name) -> UInt32? {
            numbers[name].flatMap { $0 == Self.several ? nil : $0 }
        }

        /// - Parameter replaces: whether it may, where the name meant another.
        mutating func add(
            _ name: Name, _ number: UInt32, replaces: (UInt32) -> Bool = { _ in false }
        ) {
            guard let before = numbers[name], before != number else {
                numbers[name] = number
                return
            }
            numbers[name] = before != Self.several && replaces(before) ? number : Self.several
        }

        mutating func fill(from others: Names) {
            numbers.merge(others.numbers) { mine, _ in mine }
        }
    }

    private var peerIDs = Names<PeerID>()
    private var endpoints = Names<PeerEndpoint>()
    private var addresses = Names<IPAddress>()
    private var attesting = Names<UserID>()

    /// Bytes that a session of both address families takes here.
    static let bytesPerSession =
        MemoryLayout<PeerID>.stride + MemoryLayout<UserID>.stride
        + 2 * (MemoryLayout<PeerEndpoint>.stride + MemoryLayout<IPAddress>.stride)
        + 6 * MemoryLayout<UInt32>.stride

    /// Ours, by how it names itself (BEP 20): no other attests.
    static func attests(_ peerID: PeerID) -> Bool { peerID.bytes.starts(with: "-EX".utf8) }

    /// By its peer id, which some clients keep for all they talk to; else by where it listens; else
    /// by its address, where it is the only one there.
    func giver(_ line: AttestedLine) -> UInt32? {
        peerIDs[line.peerID] ?? endpoints[line.endpoint] ?? addresses[line.endpoint.address]
    }

    func session(attestingFor user: UserID) -> UInt32? { attesting[user] }

    /// - Parameter isOver: whether the session that attested for the member until now is over.
    mutating func met(
        _ identity: SwarmMember.Identity, _ number: UInt32, replaces isOver: (UInt32) -> Bool
    ) {
        peerIDs.add(identity.peerID, number)
        guard Self.attests(identity.peerID) else { return }
        attesting.add(identity.user, number, replaces: isOver)
    }

    mutating func heard(_ number: UInt32, from endpoint: PeerEndpoint) {
        endpoints.add(endpoint, number)
        addresses.add(endpoint.address, number)
    }

    /// Anew, from those who are left; those who are here come before those who are silent or gone.
    mutating func recount(_ sessions: [UInt32: WatchedSession], since silent: Timestamp) {
        var (here, gone) = (WatchedMembers(), WatchedMembers())
        for (number, session) in sessions {
            if session.ledger.isRunning, session.heardAt >= silent {
                here.add(session, number)
            } else {
                gone.add(session, number)
            }
        }
        here.peerIDs.fill(from: gone.peerIDs)
        here.endpoints.fill(from: gone.endpoints)
        here.addresses.fill(from: gone.addresses)
        here.attesting.fill(from: gone.attesting)
        self = here
    }

    private mutating func add(_ session: WatchedSession, _ number: UInt32) {
        let key = session.ledger.key
        met(SwarmMember.Identity(user: key.user, peerID: key.peerID), number) { _ in false }
        for endpoint in [session.v4, session.v6].compactMap(\.self) {
            heard(number, from: endpoint)
        }
    }
}
