import Bencoding
import Testing
import Torrents

@Suite("Hostile torrents")
struct HostileTorrentTests {
    struct Case: Sendable, CustomTestStringConvertible {
        let testDescription: String
        let bytes: [UInt8]
        let expected: @Sendable (TorrentError) -> Bool
    }

    private static let unsafe: @Sendable (TorrentError) -> Bool = {
        if case .hostilePath = $0 { true } else { false }
    }
    private static let link: @Sendable (TorrentError) -> Bool = {
        if case .symbolicLink = $0 { true } else { false }
    }
    private static let broken: @Sendable (TorrentError) -> Bool = {
        if case .brokenTorrent = $0 { true } else { false }
    }

    private static func files(_ path: [String], extra: Bencoded.Entries = [:]) -> [UInt8] {
        Bencoded.torrent(files: [Bencoded.file(["ok"]), Bencoded.file(path, extra: extra)])
    }

    static let cases: [Case] = [
        Case(testDescription: "a part ..", bytes: files(["..", "x"]), expected: unsafe),
        Case(testDescription: "a last part ..", bytes: files(["x", ".."]), expected: unsafe),
        Case(testDescription: "a part .", bytes: files([".", "x"]), expected: unsafe),
        Case(testDescription: "an absolute part", bytes: files(["/etc/x"]), expected: unsafe),
        Case(testDescription: "a slash", bytes: files(["a/../../x"]), expected: unsafe),
        Case(testDescription: "an empty part", bytes: files(["", "x"]), expected: unsafe),
        Case(testDescription: "no parts", bytes: files([]), expected: broken),
        Case(testDescription: "NUL", bytes: files(["a\0b"]), expected: unsafe),
        Case(testDescription: "an escape", bytes: files(["\u{1B}[2J"]), expected: unsafe),
        Case(testDescription: "a backslash", bytes: files(["a\\b"]), expected: unsafe),
        Case(testDescription: "a device of Windows", bytes: files(["nul.txt"]), expected: unsafe),
        Case(testDescription: "a line break", bytes: files(["a\nb"]), expected: unsafe),
        Case(testDescription: "C1", bytes: files(["a\u{9B}b"]), expected: unsafe),
        Case(
            testDescription: "an overlong part", bytes: files([String(repeating: "x", count: 256)]),
            expected: unsafe),
        Case(
            testDescription: "too many parts", bytes: files(Array(repeating: "x", count: 101)),
            expected: unsafe),
        Case(
            testDescription: "an unsafe second spelling",
            bytes: files(["x"], extra: ["path.utf-8": Bencoded.list(["..", "x"])]), expected: unsafe
        ),
        Case(
            testDescription: "a name ..", bytes: Bencoded.singleFile(name: ".."), expected: unsafe),
        Case(
            testDescription: "an absolute name", bytes: Bencoded.singleFile(name: "/etc/passwd"),
            expected: unsafe),
        Case(
            testDescription: "a name with ../", bytes: Bencoded.singleFile(name: "../../x"),
            expected: unsafe),
        Case(testDescription: "no name", bytes: Bencoded.singleFile(name: ""), expected: unsafe),
        Case(
            testDescription: "an unsafe second name",
            bytes: Bencoded.singleFile(name: "x", extra: ["name.utf-8": .string("..")]),
            expected: unsafe),
        Case(
            testDescription: "an unsafe file tree",
            bytes: Bencoded.singleFile(
                name: "x",
                extra: [
                    "file tree": Bencoded.tree(["..", "x"], ["length": .integer(5)]),
                    "meta version": .integer(2),
                ]), expected: unsafe),
        Case(
            testDescription: "a file tree that nobody announced",
            bytes: Bencoded.singleFile(
                name: "x",
                extra: ["file tree": Bencoded.tree(["..", "x"], ["length": .integer(5)])]),
            expected: broken),
        Case(
            testDescription: "a symbolic link",
            bytes: files(
                ["x"],
                extra: ["attr": .string("l"), "symlink path": Bencoded.list(["..", "passwd"])]),
            expected: link),
        Case(
            testDescription: "a link by its attribute",
            bytes: files(["x"], extra: ["attr": .string("hl")]), expected: link),
        Case(
            testDescription: "a link by its target",
            bytes: files(["x"], extra: ["symlink path": Bencoded.list(["etc"])]), expected: link),
        Case(
            testDescription: "a negative size",
            bytes: Bencoded.singleFile(name: "x", length: -5), expected: broken),
        Case(
            testDescription: "sizes that overflow",
            bytes: Bencoded.torrent(files: [
                Bencoded.file(["a"], length: .max),
                Bencoded.file(["b"], length: .max),
            ]), expected: broken),
        Case(
            testDescription: "two info dictionaries",
            bytes: Bencoded.singleFile(name: "x").dropLast()
                + Bencoded.singleFile(name: "..").dropFirst(), expected: broken),
        Case(
            testDescription: "lists without end",
            bytes: Array(String(repeating: "l", count: 100_000).utf8), expected: broken),
        Case(
            testDescription: "dictionaries without end",
            bytes: Array(String(repeating: "d1:x", count: 100_000).utf8), expected: broken),
        Case(
            testDescription: "a length that is not there",
            bytes: Array("d4:info99999999999999999999:x".utf8), expected: broken),
        Case(testDescription: "nothing", bytes: [], expected: broken),
        Case(
            testDescription: "more than 10 MB", bytes: noise(10_000_001),
            expected: { $0 == .torrentTooLarge }),
    ]

    @Test("is refused before anything is written", arguments: cases)
    func isRefused(_ hostile: Case) async throws {
        let folder = try TemporaryFolder()
        var settings = TorrentSettings(listen: "127.0.0.1:0")
        settings.stateFolder = folder.path + "/state"
        let session = try TorrentSession(settings: settings) { _ in }
        let before = try folder.everything()
        await #expect {
            try await session.add(torrent: hostile.bytes, saveTo: folder.path + "/a/b/c")
        } throws: { error in
            (error as? TorrentError).map(hostile.expected) ?? false
        }
        #expect(await session.transfers().isEmpty)
        await session.shutdown()
        #expect(try folder.everything() == before)
    }

    @Test("The torrents of these tests are refused for their one flaw only")
    func harmless() throws {
        #expect(throws: Never.self) {
            _ = try TorrentContents(torrent: Bencoded.torrent(files: [Bencoded.file(["a", "b"])]))
            _ = try TorrentContents(torrent: Bencoded.singleFile(name: "x"))
        }
    }

    @Test(
        "is refused with a sentence",
        arguments: [
            (files(["..", "x"]), "the torrent holds an unsafe file name: .."),
            (
                files(["x"], extra: ["attr": .string("l")]),
                "Aula/x is a symbolic link, and links are not shared"
            ),
            (
                Bencoded.singleFile(name: "x", length: 20_000),
                "this is not a usable torrent: the torrent's piece hashes do not match its size"
            ),
            (Array("<html>".utf8), "this is not a usable torrent: byte 0 is not bencoding"),
            (Array("de".utf8), "this is not a usable torrent: it describes no files"),
        ])
    func sentences(torrent: [UInt8], sentence: String) async throws {
        let folder = try TemporaryFolder()
        let session = try TorrentSession(
            settings: TorrentSettings(listen: "127.0.0.1:0")
        ) { _ in }
        do throws(TorrentError) {
            try await session.add(torrent: torrent, saveTo: folder.path)
            Issue.record("it was added")
        } catch {
            #expect(error.description == sentence)
        }
        await session.shutdown()
    }
}
