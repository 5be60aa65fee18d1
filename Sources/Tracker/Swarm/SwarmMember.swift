package import Domain

/// One client in a swarm.
package enum SwarmMember {
    /// Known by who it is and never by where it is: two addresses of one client are one identity.
    package struct Identity: Hashable, Sendable {
        package let user: UserID
        package let peerID: PeerID

        package init(user: UserID, peerID: PeerID) {
            self.user = user
            self.peerID = peerID
        }
    }
}
