import Domain

/// What a generator repeats in every announce, as bytes, so that it costs no more than the tracker
/// that it measures.
struct CrowdBytes: Sendable {
    static let passkeyCount = 32
    static let identityCount = 40

    /// Of all users, one after the other.
    private let passkeys: [UInt8]
    /// info_hash and peer_id of the sessions of one thread.
    private let identities: [UInt8]

    init(_ crowd: Crowd, sessions: some Sequence<Int>) {
        var (passkeys, identities): ([UInt8], [UInt8]) = ([], [])
        for user in 0..<crowd.users { passkeys += Crowd.passkey(user).rawValue.utf8 }
        for session in sessions {
            identities += Crowd.hash(crowd.torrent(of: session)).bytes
            identities += Crowd.peer(session).bytes
        }
        self.passkeys = passkeys
        self.identities = identities
    }

    func passkey(of user: Int) -> ArraySlice<UInt8> {
        passkeys[user * Self.passkeyCount..<(user + 1) * Self.passkeyCount]
    }

    /// info_hash, then peer_id.
    func identity(_ index: Int) -> ArraySlice<UInt8> {
        identities[index * Self.identityCount..<(index + 1) * Self.identityCount]
    }
}
