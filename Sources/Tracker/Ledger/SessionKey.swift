package import Domain

/// What a session of the ledger is known by: never an address (invariant 1).
///
/// The torrent is the catalog's, not an info hash: a hybrid is announced under two hashes with
/// the same totals.
package struct SessionKey: Hashable, Sendable {
    package let user: UserID
    package let torrent: CatalogID
    package let peerID: PeerID

    package init(user: UserID, torrent: CatalogID, peerID: PeerID) {
        self.user = user
        self.torrent = torrent
        self.peerID = peerID
    }
}
