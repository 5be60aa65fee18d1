package import Domain

/// What a client attests of one giver, as it knows it: by what it called itself on the connection,
/// and by where it is.
package struct AttestedLine: Hashable, Sendable {
    package let peerID: PeerID
    /// The port is 0 where the giver did not say.
    package let endpoint: PeerEndpoint
    package let bytes: ByteCount

    package init(peerID: PeerID, endpoint: PeerEndpoint, bytes: ByteCount) {
        self.peerID = peerID
        self.endpoint = endpoint
        self.bytes = bytes
    }
}
