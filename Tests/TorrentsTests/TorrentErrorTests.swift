import Domain
import Testing
import Torrents

@Suite("What a user reads when torrents go wrong")
struct TorrentErrorTests {
    @Test(
        "Missing space is rounded up, in units a person knows",
        arguments: [
            (Int64(1), "1 byte"), (1023, "1023 bytes"), (1024, "1.0 KiB"), (1025, "1.1 KiB"),
            (1_288_490_189, "1.3 GiB"), (1_288_490_188, "1.2 GiB"), ((1 << 40) - 1, "1024.0 GiB"),
            (.max, "8.0 EiB"),
        ])
    func rounds(missing: Int64, text: String) {
        let error = TorrentError.diskFull(folder: "/data", missing: ByteCount(clamping: missing))
        #expect(error.description == "disk full on /data: \(text) short")
    }

    @Test("Names that strangers chose cannot reach a terminal as they are")
    func cleans() {
        let error = TorrentError.hostilePath("a\u{1B}[2Jb\n\u{202E}c")
        #expect(error.description == "the torrent holds an unsafe file name: a[2Jb c")
        let long = TorrentError.brokenTorrent(reason: String(repeating: "x", count: 9000))
        #expect(long.description.count < 400)
    }
}
