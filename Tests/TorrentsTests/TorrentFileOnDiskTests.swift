import Bencoding
import Domain
import Foundation
import Testing
import Torrents

@Suite("A .torrent file that somebody named")
struct TorrentFileOnDiskTests {
    private let folder: TemporaryFolder
    private let path: String

    init() throws {
        folder = try TemporaryFolder()
        path = folder.path + "/aula.torrent"
    }

    private func info(_ bytes: [UInt8]) throws -> [UInt8] {
        Array(try #require(try BencodeDocument(bytes).root["info"]).raw)
    }

    /// With what others may have written beside the torrent itself.
    private func written(_ extra: Bencoded.Entries) throws -> [UInt8] {
        let info = try info(Bencoded.singleFile(name: "Aula 07"))
        let bytes = Bencoded.dictionary(["info": .encoded(info)], extra).bytes
        try folder.write(bytes, to: "aula.torrent")
        return bytes
    }

    @Test("its name, its size and its trackers are read, each tracker once")
    func facts() throws {
        let bytes = try written([
            "announce": .string("http://one/announce"),
            "announce-list": .list([
                Bencoded.list(["http://one/announce", "udp://two:80"]), Bencoded.list([""]),
                .string("no tier"), .list([.integer(7), .string("http://three/")]),
            ]),
        ])
        let file = try TorrentFileOnDisk(path: path)
        #expect(file.name == "Aula 07" && file.size == ByteCount(clamping: 5))
        #expect(file.trackers == ["http://one/announce", "udp://two:80", "http://three/"])
        #expect(file.bytes == bytes)
    }

    @Test("announcing elsewhere it is the same torrent, without anything else that was in the file")
    func announcing() throws {
        let bytes = try written([
            "announce": .string("http://one/announce?passkey=theirs"),
            "announce-list": .list([Bencoded.list(["udp://two:80"])]),
            "url-list": .string("http://three/"), "comment": .string("hello"),
        ])
        let file = try TorrentFileOnDisk(path: path)
        let ours = file.bytes(announcingTo: "http://here/announce?passkey=ours")
        #expect(try info(ours) == info(bytes))
        #expect(
            try BencodeDocument(ours).root.dictionary?.map {
                String(decoding: $0.key, as: UTF8.self)
            }
                == ["announce", "info"])
        #expect(
            try TorrentContents(torrent: ours).trackers == ["http://here/announce?passkey=ours"])
    }

    @Test("a torrent without trackers names none")
    func trackerless() throws {
        _ = try written(["announce": .integer(7), "announce-list": .string("x")])
        #expect(try TorrentFileOnDisk(path: path).trackers.isEmpty)
    }

    @Test(
        "what is no file, no torrent or too large is refused with its reason, and never waited for")
    func refused() throws {
        #expect(throws: TorrentError.fileMissing(path: path)) { try TorrentFileOnDisk(path: path) }
        // Nobody ever writes to it.
        #expect(mkfifo(path, 0o600) == 0)
        #expect(throws: TorrentError.notReadable(path: path)) { try TorrentFileOnDisk(path: path) }
        #expect(throws: TorrentError.notReadable(path: folder.path)) {
            try TorrentFileOnDisk(path: folder.path)
        }
        try FileManager.default.removeItem(atPath: path)
        try folder.write(Array("not a torrent".utf8), to: "aula.torrent")
        #expect {
            try TorrentFileOnDisk(path: path)
        } throws: { error in
            if case .brokenTorrent? = error as? TorrentError { true } else { false }
        }
        #expect(FileManager.default.createFile(atPath: path, contents: nil))
        #expect(truncate(path, off_t(MetainfoReader.maximumBytes) + 1) == 0)
        #expect(throws: TorrentError.brokenTorrent(reason: "it is too large")) {
            try TorrentFileOnDisk(path: path)
        }
        let unsafe = Bencoded.singleFile(name: "../../x")
        try folder.write(unsafe, to: "aula.torrent")
        #expect {
            try TorrentFileOnDisk(path: path)
        } throws: { error in
            if case .hostilePath? = error as? TorrentError { true } else { false }
        }
    }
}
