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
    /// Raw bytes that a client tells itself by, where it says them; for evidence alone.
    package let key: [UInt8]?

    package init(
        passkey: Passkey, infoHash: InfoHash, peerID: PeerID, endpoint: PeerEndpoint,
        counters: Counters, left: ByteCount, event: AnnounceEvent?, numwant: Int?,
        key: [UInt8]? = nil
    ) {
        self.passkey = passkey
        self.infoHash = infoHash
        self.peerID = peerID
        self.endpoint = endpoint
        self.counters = counters
        self.left = left
        self.event = event
        self.numwant = numwant
        self.key = key
    }
}

/// What a granted announce is told, beside its peers.
package struct AnnounceGrant: Hashable, Sendable {
    /// Seconds until the next announce, and the least.
    package let interval: Int
    package let minInterval: Int
    package let counts: SwarmCounts
    /// The batch that must be on disk before this is said; `nil` where it need not be.
    package let waitsFor: UInt64?
    /// Of whom, and of what: for those who watch.
    let user: UserID
    let torrent: TorrentFacts
}

/// Whom a client is told of: compact as they go over the wire (BEP 23, BEP 7), or with their ids
/// for the older form. Used again from announce to announce, for it keeps its room.
package struct PeerList: Sendable {
    package let isCompact: Bool
    package internal(set) var v4s: [UInt8] = []
    package internal(set) var v6s: [UInt8] = []
    package internal(set) var listed: [SwarmPeer] = []

    package init(isCompact: Bool = true) { self.isCompact = isCompact }

    package mutating func clear() {
        v4s.removeAll(keepingCapacity: true)
        v6s.removeAll(keepingCapacity: true)
        listed.removeAll(keepingCapacity: true)
    }
}
