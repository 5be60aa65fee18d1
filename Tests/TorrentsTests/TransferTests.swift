import Domain
import Testing
import Torrents

@Suite("A transfer between two sessions")
struct TransferTests {
    private static let files = [
        "Relatório/anexo/dados.bin": 3_000_000, "Relatório/leia-me.txt": 1234,
        "Relatório/vídeo.mp4": 5_000_001,
    ]

    @Test("A torrent of three files arrives byte for byte, and both sides announce its exact size")
    func arrives() async throws {
        let swarm = try await Swarm(files: Self.files)
        try await swarm.seed()
        let log = EventLog()
        let leecher = try swarm.leecher(log: log)
        let hash = try await leecher.add(torrent: swarm.made.bytes, saveTo: swarm.here)
        #expect(hash == swarm.made.infoHash)
        try await eventually("the torrent is finished") { log.finished == [hash] }

        for file in Self.files.keys {
            #expect(try swarm.folder.read("here/" + file) == swarm.folder.read("there/" + file))
        }
        let transfer = try #require(await leecher.transfer(hash))
        #expect(transfer.state == .seeding)
        #expect(transfer.done == swarm.made.size && transfer.size == swarm.made.size)
        #expect(Set(log.pieces).count == log.pieces.count)
        try await eventually("the payload over all runs is the size") {
            await leecher.transfer(hash)?.downloaded == swarm.made.size
        }
        try await eventually("upload ticks sum up to the payload") {
            swarm.seederEvents.uploaded == swarm.made.size
        }

        await leecher.shutdown()
        await swarm.end()
        #expect(swarm.seederEvents.uploaded == swarm.made.size)
        let said = swarm.tracker.announces
        let size = swarm.made.size.bytes
        #expect(said.filter { $0.event == "completed" }.map(\.downloaded) == [size])
        #expect(said.filter { $0.event == "completed" }.map(\.left) == [0])
        let stopped = said.filter { $0.event == "stopped" }
        #expect(stopped.map(\.downloaded).sorted() == [0, size])
        #expect(stopped.map(\.uploaded).sorted() == [0, size])
        #expect(said.allSatisfy { $0.peerID.starts(with: "-EX1000-".utf8) })
    }

    @Test("In a swarm of three nobody is charged more than the size, and no upload is lost")
    func charges() async throws {
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
        let stopped = swarm.tracker.announces.filter { $0.event == "stopped" }
        let size = swarm.made.size.bytes
        #expect(stopped.map(\.downloaded).sorted() == [0, size, size])
        // Blocks asked of two peers at the end arrive twice: uploads may be more, never less.
        #expect(stopped.map(\.uploaded).reduce(0, +) >= 2 * size)
    }
}
