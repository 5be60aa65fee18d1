import Domain
import Torrents

/// A seeder with a torrent of its own and a leecher, each a real session on loopback.
struct Swarm {
    let folder: TemporaryFolder
    let tracker: TinyTracker
    let made: MadeTorrent
    let seeder: TorrentSession
    let seederEvents = EventLog()

    /// `files` maps names below the shared folder to how many bytes each has.
    init(files: [String: Int], uploadLimit: ByteCount = .zero) async throws {
        folder = try TemporaryFolder()
        tracker = try TinyTracker()
        for (index, file) in files.sorted(by: { $0.key < $1.key }).enumerated() {
            try folder.write(noise(file.value, seed: UInt64(index + 1)), to: "there/" + file.key)
        }
        let name = files.keys.sorted()[0].split(separator: "/")[0]
        made = try await TorrentMaker.make(
            path: folder.path + "/there/" + name, announce: tracker.url)
        var settings = TorrentSettings(listen: "127.0.0.1:0", stateFolder: folder.path + "/seed")
        settings.uploadLimit = uploadLimit
        settings.minAnnounceInterval = 1
        let log = seederEvents
        seeder = try TorrentSession(settings: settings) { log.append($0) }
    }

    func seed() async throws {
        try await seeder.addSeed(torrent: made.bytes, savePath: made.savePath)
    }

    func leecher(
        state: String = "state", log: EventLog = EventLog(), downloadLimit: ByteCount = .zero
    ) throws -> TorrentSession {
        var settings = TorrentSettings(
            listen: "127.0.0.1:0", stateFolder: folder.path + "/" + state)
        settings.minAnnounceInterval = 1
        settings.downloadLimit = downloadLimit
        return try TorrentSession(settings: settings) { log.append($0) }
    }

    var here: String { folder.path + "/here" }

    func end(_ sessions: TorrentSession...) async {
        for session in sessions { await session.shutdown() }
        await seeder.shutdown()
        tracker.stop()
    }
}
