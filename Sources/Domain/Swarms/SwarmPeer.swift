/// A peer as the tracker tells another about it.
package struct SwarmPeer: Hashable, Sendable {
    package let id: PeerID
    package let endpoint: PeerEndpoint

    package init(id: PeerID, endpoint: PeerEndpoint) {
        self.id = id
        self.endpoint = endpoint
    }
}
