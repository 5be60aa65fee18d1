/// Payload that came from one peer of a torrent, of use or not.
package struct ReceivedBytes: Hashable, Sendable {
    package let infoHash: InfoHash
    /// What the peer calls itself: to the tracker, or on this connection alone.
    package let peerID: PeerID
    /// Where it is reached; the port is 0 where it did not say.
    package let endpoint: PeerEndpoint
    package let bytes: ByteCount

    package init(infoHash: InfoHash, peerID: PeerID, endpoint: PeerEndpoint, bytes: ByteCount) {
        self.infoHash = infoHash
        self.peerID = peerID
        self.endpoint = endpoint
        self.bytes = bytes
    }
}
