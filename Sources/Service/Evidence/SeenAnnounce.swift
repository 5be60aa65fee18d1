package import Domain
package import Tracker

/// An announce that was granted, with what its watch has to know of the torrent.
package struct SeenAnnounce: Hashable, Sendable {
    package let announce: WatchedAnnounce
    package let torrent: CatalogID
    package let size: ByteCount
    /// Seconds between two announces, as the tracker asks for.
    package let interval: Int

    package init(
        _ announce: WatchedAnnounce, of torrent: CatalogID, size: ByteCount, interval: Int
    ) {
        self.announce = announce
        self.torrent = torrent
        self.size = size
        self.interval = interval
    }
}

extension SeenAnnounce {
    /// As the tracker grants it.
    init(_ announce: Announce, _ grant: AnnounceGrant, interval: Int, at now: Timestamp) {
        self.init(
            WatchedAnnounce(
                identity: SwarmMember.Identity(user: grant.user, peerID: announce.peerID),
                counters: announce.counters, left: announce.left, event: announce.event,
                key: announce.key, endpoint: announce.endpoint, at: now),
            of: grant.torrent.id, size: grant.torrent.size, interval: interval)
    }
}

/// What a member's client attests of one torrent.
package struct SeenReceipt: Hashable, Sendable {
    package let receiver: UserID
    package let torrent: CatalogID
    package let lines: [AttestedLine]

    package init(receiver: UserID, torrent: CatalogID, lines: [AttestedLine]) {
        self.receiver = receiver
        self.torrent = torrent
        self.lines = lines
    }
}
