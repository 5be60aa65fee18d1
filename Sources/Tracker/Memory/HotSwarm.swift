import Domain

/// The members of one torrent: whom to tell about whom, and how many there are.
struct HotSwarm {
    /// Those who want nothing more: seeders, and partial seeds.
    var givers: [PeerEntry] = []
    var takers: [PeerEntry] = []
    /// Of the givers, who has not everything.
    var pausing = 0
    /// In the list of swarms whose size changed.
    var isChanged = false

    var counts: SwarmCounts {
        SwarmCounts(seeders: givers.count - pausing, leechers: takers.count + pausing)
    }
}
