import Domain
import Testing
import Torrents

@Suite("What came from whom")
struct ReceivedTests {
    @Test("All that a leecher took is told once, by where its giver listens")
    func pair() async throws {
        let swarm = try await Swarm(files: ["vídeo.mp4": 5_000_001])
        try await swarm.seed()
        let log = EventLog()
        let leecher = try swarm.leecher(log: log)
        let hash = try await leecher.add(torrent: swarm.made.bytes, saveTo: swarm.here)
        try await eventually("the torrent is finished") { log.finished == [hash] }
        // Seeds have nothing for each other: the connection is over, and what came over it is told.
        let received = await leecher.takeReceipts()
        let port = try #require(swarm.tracker.announces.first { $0.left == 0 }?.port)
        #expect(received.allSatisfy { $0.infoHash == hash && $0.endpoint.port == port })
        #expect(received.allSatisfy { "\($0.endpoint.address)" == "127.0.0.1" })
        #expect(received.reduce(.zero) { $0 + $1.bytes } == swarm.made.size)
        #expect(await leecher.takeReceipts().isEmpty)
        #expect(await swarm.seeder.takeReceipts().isEmpty)
        await swarm.end(leecher)
    }

    @Test("Each of two givers is told, and what nobody asked for before the end is told after it")
    func several() async throws {
        let swarm = try await Swarm(
            files: ["vídeo.mp4": 10_000_000], uploadLimit: ByteCount(clamping: 4_000_000))
        try await swarm.seed()
        let logs = [EventLog(), EventLog()]
        let leechers = try logs.enumerated().map { try swarm.leecher(state: "\($0)", log: $1) }
        for (index, leecher) in leechers.enumerated() {
            try await leecher.add(
                torrent: swarm.made.bytes, saveTo: swarm.folder.path + "/here \(index)")
        }
        try await eventually("both are complete") { logs.allSatisfy { $0.finished.count == 1 } }
        await swarm.end(leechers[0], leechers[1])
        // Whoever called and whoever was called: known by where they listen.
        let known = Set(swarm.tracker.announces.map(\.port))
        var sum: Int64 = 0
        for leecher in leechers {
            let received = await leecher.takeReceipts()
            #expect(received.allSatisfy { known.contains(Int($0.endpoint.port)) })
            let all = received.reduce(0) { $0 + $1.bytes.bytes }
            #expect(all >= swarm.made.size.bytes)
            sum += all
        }
        // What is attested is what was sent, but for blocks under way at the end.
        let sent = swarm.tracker.announces.filter { $0.event == "stopped" }.map(\.uploaded)
        #expect(sum <= sent.reduce(0, +))
    }
}
