import Domain
import Foundation
import Testing
import Torrents

@Suite("Trouble with the disk")
struct DiskTests {
    private func session() throws -> TorrentSession {
        try TorrentSession(settings: TorrentSettings(listen: "127.0.0.1:0")) { _ in }
    }

    @Test("A torrent that does not fit is refused, and the words say how much is missing")
    func tooLarge() async throws {
        let folder = try TemporaryFolder()
        let session = try session()
        let piece = Int64(32 << 20)
        let torrent = Bencoded.singleFile(name: "x", pieces: 400_000, pieceLength: piece)
        do throws(TorrentError) {
            try await session.add(torrent: torrent, saveTo: folder.path + "/here")
            Issue.record("it was added")
        } catch {
            guard case .diskFull(let path, let missing?) = error else { throw error }
            #expect(path == folder.path + "/here")
            #expect(missing > .zero && missing < ByteCount(clamping: piece * 400_000))
            #expect(error.description.hasPrefix("disk full on \(path): "))
            #expect(error.description.hasSuffix(" TiB short"))
        }
        await session.shutdown()
    }

    @Test("A folder that cannot be written to is named")
    func notWritable() async throws {
        let folder = try TemporaryFolder()
        try folder.write([1], to: "file")
        let session = try session()
        let torrent = Bencoded.singleFile(name: "x")
        await #expect(throws: TorrentError.notWritable(folder: folder.path + "/file/sub")) {
            try await session.add(torrent: torrent, saveTo: folder.path + "/file/sub")
        }
        await #expect(throws: TorrentError.notWritable(folder: "/proc/enxame")) {
            try await session.add(torrent: torrent, saveTo: "/proc/enxame")
        }
        await session.shutdown()
        #expect(try folder.everything() == ["file"])
    }

    @Test("A disk that fills up fails the transfer with a sentence; resuming tries again")
    func fillsUp() async throws {
        let swarm = try await Swarm(files: ["video.mp4": 3_000_000])
        try await swarm.seed()
        let leecher = try swarm.leecher()
        // Every write to it fails with ENOSPC.
        try FileManager.default.createSymbolicLink(
            atPath: swarm.folder.folder("here") + "/video.mp4", withDestinationPath: "/dev/full")
        let hash = try await leecher.add(torrent: swarm.made.bytes, saveTo: swarm.here)
        try await eventually("it has failed") {
            await leecher.transfer(hash)?.state == .failed
        }
        let problem = await leecher.transfer(hash)?.problem
        #expect(problem?.hasPrefix("disk full on \(swarm.here)") == true)

        try FileManager.default.removeItem(atPath: swarm.here + "/video.mp4")
        try await leecher.resume(hash)
        try await eventually("it is complete") {
            await leecher.transfer(hash)?.isComplete == true
        }
        #expect(await leecher.transfer(hash)?.problem == nil)
        #expect(try swarm.folder.read("here/video.mp4") == noise(3_000_000))
        await swarm.end(leecher)
    }

    @Test("Seeding what is missing or different is refused and leaves nothing behind")
    func cannotSeed() async throws {
        let swarm = try await Swarm(files: ["a.txt": 300_000])
        let path = swarm.folder.path + "/there/a.txt"
        let other = noise(300_000, seed: 9)
        try swarm.folder.write(other, to: "there/a.txt")
        await #expect(throws: TorrentError.dataDiffers(path: path)) { try await swarm.seed() }
        #expect(try swarm.folder.read("there/a.txt") == other)
        try swarm.folder.write([1], to: "there/a.txt")
        await #expect(throws: TorrentError.dataDiffers(path: path)) { try await swarm.seed() }
        try FileManager.default.removeItem(atPath: path)
        await #expect(throws: TorrentError.fileMissing(path: path)) { try await swarm.seed() }
        #expect(await swarm.seeder.transfers().isEmpty)
        await swarm.end()
        #expect(swarm.tracker.announces.isEmpty)
        #expect(try swarm.folder.everything() == ["seed", "seed/lock", "there"])
    }
}
