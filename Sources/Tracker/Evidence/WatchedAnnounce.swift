package import Domain

/// What the watch is told of an announce: all that the client said of itself.
package struct WatchedAnnounce: Hashable, Sendable {
    package let identity: SwarmMember.Identity
    package let counters: Counters
    package let left: ByteCount
    package let event: AnnounceEvent?
    /// Raw bytes; `nil` where the client sends none.
    package let key: [UInt8]?
    /// Where it is reached, as far as the tracker can tell.
    package let endpoint: PeerEndpoint?
    package let at: Timestamp

    package init(
        identity: SwarmMember.Identity, counters: Counters, left: ByteCount, event: AnnounceEvent?,
        key: [UInt8]?, endpoint: PeerEndpoint? = nil, at: Timestamp
    ) {
        self.identity = identity
        self.counters = counters
        self.left = left
        self.event = event
        self.key = key
        self.endpoint = endpoint
        self.at = at
    }
}
