import Domain
import Testing
import Torrents

@Suite("Pausing and removing")
struct ControlTests {
    private static let files = ["Aula/a.bin": 3_000_000, "Aula/b.bin": 1_000_000]
    private static let slow = ByteCount(clamping: 1_000_000)

    @Test("A paused transfer stands still, also after a restart, and goes on when resumed")
    func pauses() async throws {
        let swarm = try await Swarm(files: Self.files, uploadLimit: Self.slow)
        try await swarm.seed()
        let first = try swarm.leecher()
        let hash = try await first.add(torrent: swarm.made.bytes, saveTo: swarm.here)
        try await eventually("some of it is here") {
            await (first.transfer(hash)?.done ?? .zero) > .zero
        }
        try await first.pause(hash)
        #expect(await first.transfer(hash)?.state == .paused)
        await first.shutdown()

        let second = try swarm.leecher()
        #expect(try await second.restore().restored == [hash])
        try await eventually("it is paused") { await second.transfer(hash)?.state == .paused }
        #expect(await second.transfer(hash)?.done ?? .zero > .zero)
        try await swarm.seeder.setLimits(download: .zero, upload: .zero)
        try await second.resume(hash)
        try await eventually("it is complete") {
            await second.transfer(hash)?.isComplete == true
        }
        #expect(try swarm.folder.read("here/Aula/a.bin") == swarm.folder.read("there/Aula/a.bin"))
        await swarm.end(second)
    }

    @Test("A transfer goes on at once when it is resumed in the same run")
    func resumes() async throws {
        let swarm = try await Swarm(files: Self.files, uploadLimit: Self.slow)
        try await swarm.seed()
        let leecher = try swarm.leecher()
        let hash = try await leecher.add(torrent: swarm.made.bytes, saveTo: swarm.here)
        try await eventually("some of it is here") {
            await (leecher.transfer(hash)?.done ?? .zero) > .zero
        }
        try await leecher.pause(hash)
        try await eventually("nobody is connected") { await leecher.transfer(hash)?.peers == 0 }
        try await swarm.seeder.setLimits(download: .zero, upload: .zero)
        try await leecher.resume(hash)
        try await eventually(within: 10, "it is complete") {
            await leecher.transfer(hash)?.isComplete == true
        }
        await swarm.end(leecher)
    }

    @Test("A new announce URL is used at once by all that is there, and kept")
    func newAnnounceURL() async throws {
        let swarm = try await Swarm(files: Self.files)
        try await swarm.seed()
        try await eventually("the tracker was told") { !swarm.tracker.announces.isEmpty }
        let other = try TinyTracker()
        try await swarm.seeder.announce(to: other.url)
        try await eventually("the other one is told") { !other.announces.isEmpty }
        await swarm.seeder.shutdown()
        let told = other.announces.count

        var settings = TorrentSettings(
            listen: "127.0.0.1:0", stateFolder: swarm.folder.path + "/seed")
        settings.minAnnounceInterval = 1
        let again = try TorrentSession(settings: settings) { _ in }
        _ = try await again.restore()
        try await eventually("it is told after a restart too") { other.announces.count > told }
        await again.shutdown()
        swarm.tracker.stop()
        other.stop()
    }

    @Test("A tracker that never answers holds a shutdown up for a moment only")
    func shutsDown() async throws {
        let swarm = try await Swarm(files: Self.files)
        try await swarm.seed()
        try await eventually("the tracker was told") { !swarm.tracker.announces.isEmpty }
        swarm.tracker.fallSilent()
        let start = ContinuousClock.now
        await swarm.seeder.shutdown()
        #expect(ContinuousClock.now - start < .seconds(6))
        await swarm.seeder.shutdown()
        await #expect(throws: TorrentError.sessionClosed) {
            try await swarm.seeder.pause(swarm.made.infoHash)
        }
        swarm.tracker.stop()
    }

    @Test("Adding a torrent that is there already resumes it, with the announce URL given now")
    func addsAgain() async throws {
        let swarm = try await Swarm(files: Self.files)
        try await swarm.seed()
        let leecher = try swarm.leecher()
        let silent = try await TorrentMaker.make(path: swarm.folder.path + "/there/Aula")
        let hash = try await leecher.add(torrent: silent.bytes, saveTo: swarm.here, paused: true)
        try await eventually("it is paused") { await leecher.transfer(hash)?.state == .paused }
        #expect(try await leecher.add(torrent: swarm.made.bytes, saveTo: swarm.here) == hash)
        try await eventually("it is complete") {
            await leecher.transfer(hash)?.isComplete == true
        }
        #expect(await leecher.transfers().count == 1)
        await swarm.end(leecher)
    }

    @Test("An address that is not this machine's is named")
    func cannotListen() {
        #expect(throws: TorrentError.cannotListen(on: "203.0.113.1:0")) {
            try TorrentSession(settings: TorrentSettings(listen: "203.0.113.1:0")) { _ in }
        }
    }

    @Test(
        "Removing keeps the data or deletes it, as asked, and forgets the torrent",
        arguments: [true, false])
    func removes(deletingData: Bool) async throws {
        let swarm = try await Swarm(files: Self.files)
        try await swarm.seed()
        let log = EventLog()
        let leecher = try swarm.leecher(log: log)
        try swarm.folder.write([1], to: "here/mine.txt")
        let hash = try await leecher.add(torrent: swarm.made.bytes, saveTo: swarm.here)
        try await eventually("it is complete") { log.finished == [hash] }
        try await eventually("its resume data is kept") {
            swarm.folder.exists("state/\(hash).resume")
        }

        try await leecher.remove(hash, deletingData: deletingData)
        #expect(swarm.folder.exists("here/Aula/a.bin") == !deletingData)
        #expect(swarm.folder.exists("here/Aula") == !deletingData)
        #expect(swarm.folder.exists("here/mine.txt"))
        #expect(!swarm.folder.exists("state/\(hash).resume"))
        #expect(log.all.contains(.removed(hash)))
        #expect(await leecher.transfers().isEmpty)
        await #expect(throws: TorrentError.noSuchTorrent) {
            try await leecher.remove(hash, deletingData: false)
        }
        await swarm.end(leecher)
        #expect(!swarm.folder.exists("state/\(hash).resume"))
    }

    @Test("A torrent of which nothing arrived can be removed with its data")
    func removesNothing() async throws {
        let swarm = try await Swarm(files: Self.files)
        let leecher = try swarm.leecher()
        let hash = try await leecher.add(torrent: swarm.made.bytes, saveTo: swarm.here)
        try await leecher.remove(hash, deletingData: true)
        #expect(await leecher.transfers().isEmpty)
        await swarm.end(leecher)
    }

    @Test("A rate limit holds on loopback, and lifting it lets the rest through")
    func limits() async throws {
        let swarm = try await Swarm(files: ["video.mp4": 20_000_000])
        try await swarm.seed()
        let limit = ByteCount(clamping: 2_000_000)
        let leecher = try swarm.leecher(downloadLimit: limit)
        let start = ContinuousClock.now
        let hash = try await leecher.add(torrent: swarm.made.bytes, saveTo: swarm.here)
        try await eventually("a fifth is here") {
            await (leecher.transfer(hash)?.done ?? .zero) >= ByteCount(clamping: 4_000_000)
        }
        #expect(ContinuousClock.now - start > .milliseconds(1200))
        // At this pace the rest would take hours.
        try await leecher.setLimits(download: ByteCount(clamping: 2000), upload: .zero)
        try await leecher.setLimits(download: .zero, upload: .zero)
        try await eventually("it is complete") {
            await leecher.transfer(hash)?.isComplete == true
        }
        await swarm.end(leecher)
    }

    @Test("Changes are reported at most four times a second, and only when there are any")
    func reports() async throws {
        let swarm = try await Swarm(files: Self.files)
        let log = EventLog()
        let leecher = try swarm.leecher(log: log)
        let hash = try await leecher.add(torrent: swarm.made.bytes, saveTo: swarm.here)
        let start = ContinuousClock.now
        var isPaused = false
        try await eventually("some changes are reported") {
            if isPaused { try await leecher.resume(hash) } else { try await leecher.pause(hash) }
            isPaused.toggle()
            return log.reports.count > 4
        }
        let count = log.reports.count
        let beats = (ContinuousClock.now - start) / .milliseconds(250)
        #expect(Double(count) <= beats + 2)
        #expect(zip(log.reports, log.reports.dropFirst()).allSatisfy { $0 != $1 })
        await swarm.end(leecher)
    }
}
