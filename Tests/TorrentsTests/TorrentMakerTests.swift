import Bencoding
import Domain
import Foundation
import Synchronization
import Testing
import Torrents

@Suite("Making a torrent")
struct TorrentMakerTests {
    @Test("It is private, has the files in order, and is the same each time")
    func makes() async throws {
        let folder = try TemporaryFolder()
        try folder.write(noise(70_000), to: "Curso/b/vídeo.mp4")
        try folder.write(noise(10), to: "Curso/a.txt")
        let heard = Mutex<[ByteCount]>([])
        let made = try await TorrentMaker.make(path: folder.path + "/Curso/") { done, of in
            #expect(of == ByteCount(clamping: 70_010))
            heard.withLock { $0.append(done) }
        }
        let contents = try TorrentContents(torrent: made.bytes)
        let published = try MetainfoReader.read(made.bytes)
        #expect(!published.becamePrivate && published.infoHashes == [made.infoHash])
        #expect(contents.name.onDisk == "Curso" && made.name == "Curso")
        #expect(contents.files.map(\.pathOnDisk) == ["Curso/a.txt", "Curso/b/vídeo.mp4"])
        #expect(contents.files == made.files)
        #expect(contents.size == made.size && made.savePath == folder.path)
        #expect(heard.withLock { $0 }.last == made.size)
        #expect(heard.withLock { $0.count } == 5)
        #expect(try await TorrentMaker.make(path: folder.path + "/Curso") == made)
        let text = String(decoding: made.bytes, as: UTF8.self)
        #expect(!text.contains(folder.path) && !text.contains("announce"))
    }

    @Test("Links in a folder are left out; a link that is named is refused")
    func links() async throws {
        let folder = try TemporaryFolder()
        try folder.write(noise(10), to: "secret.txt")
        try folder.write(noise(10), to: "Curso/a.txt")
        let files = FileManager.default
        for link in ["Curso/link.txt", "named.txt"] {
            try files.createSymbolicLink(
                atPath: folder.path + "/" + link, withDestinationPath: folder.path + "/secret.txt")
        }
        try files.createSymbolicLink(
            atPath: folder.path + "/Curso/loop", withDestinationPath: folder.path)
        let made = try await TorrentMaker.make(path: folder.path + "/Curso")
        #expect(made.files.map(\.pathOnDisk) == ["Curso/a.txt"])
        await #expect(throws: TorrentError.symbolicLink(folder.path + "/named.txt")) {
            try await TorrentMaker.make(path: folder.path + "/named.txt")
        }
    }

    @Test("What is not there, is empty, or has a name nobody could take is refused")
    func refuses() async throws {
        let folder = try TemporaryFolder()
        try folder.write([], to: "empty/nothing.txt")
        try folder.write([1], to: "odd/a\nb")
        await #expect(throws: TorrentError.fileMissing(path: folder.path + "/none")) {
            try await TorrentMaker.make(path: folder.path + "/none")
        }
        await #expect(throws: TorrentError.fileMissing(path: "/enxame none")) {
            try await TorrentMaker.make(path: "/enxame none")
        }
        await #expect(throws: TorrentError.nothingToShare(path: folder.path + "/empty")) {
            try await TorrentMaker.make(path: folder.path + "/empty")
        }
        await #expect(throws: TorrentError.hostilePath("odd/a\nb")) {
            try await TorrentMaker.make(path: folder.path + "/odd")
        }
        let long = String(repeating: "x", count: 250)
        for name in ["a\\b", "a\u{202E}b", "aux.c", long] {
            try folder.write([1], to: "renamed/" + name)
            await #expect(throws: TorrentError.hostilePath("renamed/" + name)) {
                try await TorrentMaker.make(path: folder.path + "/renamed")
            }
            try FileManager.default.removeItem(atPath: folder.path + "/renamed")
        }
    }

    @Test("Cancelling its task ends it")
    func cancels() async throws {
        let folder = try TemporaryFolder()
        try folder.write(noise(3_000_000), to: "a.bin")
        let task = Task {
            try await TorrentMaker.make(path: folder.path + "/a.bin")
        }
        task.cancel()
        await #expect(throws: TorrentError.cancelled) { try await task.value }
    }
}
