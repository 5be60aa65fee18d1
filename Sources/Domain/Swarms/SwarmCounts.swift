/// How many peers of a swarm have everything, and how many do not yet.
package struct SwarmCounts: Hashable, Sendable {
    package var seeders: Int
    package var leechers: Int

    package init(seeders: Int = 0, leechers: Int = 0) {
        self.seeders = seeders
        self.leechers = leechers
    }
}
