import Bencoding
import Domain
import Foundation
import Testing
import Torrents

@Suite("A new start")
struct RestartTests {
    @Test("After a crash nothing is fetched again that had reached the disk")
    func goesOn() async throws {
        let swarm = try await Swarm(
            files: ["video.mp4": 12_000_000], uploadLimit: ByteCount(clamping: 3_000_000))
        try await swarm.seed()
        let files = FileManager.default
        let root = swarm.folder.path
        try files.createSymbolicLink(
            atPath: swarm.here, withDestinationPath: swarm.folder.folder("disk"))
        let before = EventLog()
        let first = try swarm.leecher(log: before)
        let hash = try await first.add(torrent: swarm.made.bytes, saveTo: swarm.here)
        try await eventually("resume data says that some of it is here") {
            let saved = try? swarm.folder.read("state/\(hash).resume")
            return saved.map { savedPieces($0) > 0 } ?? false
        }
        // The disk as SIGKILL would leave it: copied without a shutdown, the resume data older than
        // the file it speaks of.
        try files.copyItem(atPath: root + "/state", toPath: root + "/state after")
        let saved = savedPieces(try swarm.folder.read("state after/\(hash).resume"))
        try await eventually("more arrives") { before.pieces.count > saved + 50 }
        let arrived = before.pieces.count
        try files.copyItem(atPath: root + "/disk", toPath: root + "/disk after")
        await first.shutdown()
        try files.removeItem(atPath: swarm.here)
        try files.createSymbolicLink(
            atPath: swarm.here, withDestinationPath: root + "/disk after")

        let log = EventLog()
        let second = try swarm.leecher(state: "state after", log: log)
        #expect(try await second.restore() == report(restored: [hash]))
        try await swarm.seeder.setLimits(download: .zero, upload: .zero)
        try await eventually("the rest arrives") { log.finished == [hash] }
        #expect(try swarm.folder.read("disk after/video.mp4") == noise(12_000_000))
        let pieces = (12_000_000 + 16_383) / 16_384
        #expect(log.pieces.count <= pieces - arrived)
        await second.shutdown()
        await swarm.end()
        let fetched = swarm.tracker.announces.last { $0.event == "completed" }
        #expect((fetched?.downloaded ?? .max) <= Int64((pieces - arrived) * 16_384))
    }

    @Test("A broken resume file is set aside and named; the others are restored")
    func setsAside() async throws {
        let swarm = try await Swarm(files: ["a.txt": 100_000])
        try await swarm.seed()
        let name = "\(swarm.made.infoHash).resume"
        await swarm.seeder.shutdown()
        let good = try swarm.folder.read("seed/" + name)
        let broken = [
            "0000.resume": Array(good.prefix(good.count / 2)), "1111.resume": [],
            "2222.resume": noise(5000), "3333.resume": Array("de".utf8),
        ]
        for (name, bytes) in broken { try swarm.folder.write(bytes, to: "seed/" + name) }
        let again = try swarm.leecher(state: "seed")
        let report = try await again.restore()
        #expect(try await again.restore() == RestoreReport())
        #expect(report.restored == [swarm.made.infoHash])
        #expect(report.setAside == broken.keys.sorted().map { $0 + ".broken" })
        #expect(try swarm.folder.read("seed/0000.resume.broken") == broken["0000.resume"])
        try await eventually("it seeds") {
            await again.transfer(swarm.made.infoHash)?.state == .seeding
        }
        await swarm.end(again)
    }

    @Test("A seed whose file has gone says so and fetches nothing until it is resumed")
    func missesFile() async throws {
        let swarm = try await Swarm(files: ["a.txt": 100_000])
        try await swarm.seed()
        let hash = swarm.made.infoHash
        await swarm.seeder.shutdown()
        let saved = try swarm.folder.read("seed/\(hash).resume")
        try FileManager.default.moveItem(
            atPath: swarm.folder.path + "/there/a.txt", toPath: swarm.folder.path + "/a.txt")
        let again = try swarm.leecher(state: "seed")
        #expect(try await again.restore() == report(restored: [hash]))
        let transfer = try #require(await again.transfer(hash))
        #expect(transfer.state == .failed)
        #expect(transfer.problem == "\(swarm.folder.path)/there/a.txt is missing")
        await again.shutdown()
        #expect(try swarm.folder.read("seed/\(hash).resume") == saved)

        try FileManager.default.moveItem(
            atPath: swarm.folder.path + "/a.txt", toPath: swarm.folder.path + "/there/a.txt")
        let last = try swarm.leecher(state: "seed")
        #expect(try await last.restore() == report(restored: [hash]))
        try await eventually("it seeds") { await last.transfer(hash)?.state == .seeding }
        await swarm.end(last)
    }

    @Test("A torrent of the second format is restored, whose piece layers are not kept as such")
    func secondFormat() async throws {
        let folder = try TemporaryFolder()
        let settings = TorrentSettings(
            listen: "127.0.0.1:0", stateFolder: folder.path + "/state")
        let layer = [UInt8](repeating: 1, count: 64)
        // SHA-256 of the layer.
        let root = try #require(
            Hex.decode("7c8975e1e60a5c8337f28edf8c33c3b180360b7279644a9bc1af3c51e6220bf5"))
        let info = Bencoded.dictionary([
            "file tree": Bencoded.tree(
                ["x"], ["length": .integer(32768), "pieces root": .bytes(root)]),
            "meta version": .integer(2), "name": .string("x"), "piece length": .integer(16384),
        ])
        let torrent = Bencoded.dictionary([
            "info": info, "piece layers": .dictionary([root: .bytes(layer)]),
        ])
        let first = try TorrentSession(settings: settings) { _ in }
        let hash = try await first.add(
            torrent: torrent.bytes, saveTo: folder.path + "/here", paused: true)
        await first.shutdown()
        let second = try TorrentSession(settings: settings) { _ in }
        #expect(try await second.restore() == report(restored: [hash]))
        await second.shutdown()
    }

    @Test("Two sessions do not share a state folder")
    func locks() async throws {
        let swarm = try await Swarm(files: ["a.txt": 100_000])
        #expect(throws: TorrentError.stateInUse(folder: swarm.folder.path + "/seed")) {
            try swarm.leecher(state: "seed")
        }
        await swarm.end()
        let next = try swarm.leecher(state: "seed")
        await next.shutdown()
    }

    private func report(restored: [InfoHash]) -> RestoreReport {
        var report = RestoreReport()
        report.restored = restored
        return report
    }

    /// How many pieces libtorrent's resume data says are here: a byte each, after the last key of
    /// that name; the first is in the info dictionary.
    private func savedPieces(_ resume: [UInt8]) -> Int {
        guard let key = resume.ranges(of: Array("6:pieces".utf8)).last,
            let colon = resume[key.upperBound...].firstIndex(of: UInt8(ascii: ":")),
            let count = Int(String(decoding: resume[key.upperBound..<colon], as: UTF8.self)),
            resume.count > colon + count
        else { return 0 }
        return resume[(colon + 1)...(colon + count)].count { $0 & 1 == 1 }
    }
}
