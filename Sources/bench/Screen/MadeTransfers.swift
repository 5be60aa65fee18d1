import Domain

/// The torrents of a client for a screen: half of them come in, half are given.
struct MadeTransfers: Sendable {
    private(set) var all: [Transfer]
    private var dice = SplitMix64(seed: 13)

    /// - Parameter isMoving: else every rate is nothing.
    init(count: Int, isMoving: Bool) {
        var dice = SplitMix64(seed: 17)
        all = (0..<count).map { index in
            let isComplete = index.isMultiple(of: 2)
            let size = Int64(1_000_000 + dice.index(below: 1 << 34))
            let rate = isMoving ? Int64(dice.index(below: 9_000_000)) : 0
            return Transfer(
                infoHash: MadeCatalog.hash(index * 9),
                name: "torrent \(index) de música livre \(dice.index(below: 1000))",
                state: isComplete ? .seeding : .downloading, size: ByteCount(clamping: size),
                done: ByteCount(clamping: isComplete ? size : size / 3),
                downloadRate: ByteCount(clamping: isComplete ? 0 : rate),
                uploadRate: ByteCount(clamping: isComplete ? rate : rate / 9),
                downloaded: ByteCount(clamping: size / 3), uploaded: ByteCount(clamping: size / 5),
                peers: dice.index(below: 60), seeds: dice.index(below: 30),
                savePath: "/home/ana/Downloads/Enxame")
        }
    }

    /// So many of them as they are a second later; now and then one is complete.
    mutating func change(_ count: Int) -> [Transfer] {
        (0..<min(count, all.count)).map { _ in
            let index = dice.index(below: all.count)
            let rate = ByteCount(clamping: Int64(dice.index(below: 9_000_000)))
            if all[index].isComplete {
                all[index].uploadRate = rate
                all[index].uploaded += rate
            } else {
                all[index].downloadRate = rate
                all[index].done = min(all[index].size, all[index].done + rate)
                if dice.index(below: 400) == 0 { all[index].done = all[index].size }
                if all[index].isComplete { all[index].state = .seeding }
            }
            return all[index]
        }
    }
}
