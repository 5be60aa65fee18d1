import Bencoding
import Testing

@Suite struct TorrentContentsTests {
    @Test("names stand as a disk gets them, beside what a screen shows")
    func names() throws {
        let name = "foto\u{202E}gpj.  exe"
        let contents = try TorrentContents(torrent: TorrentBuilder(path: [Array(name.utf8)]).bytes)
        #expect(contents.files.map(\.pathOnDisk) == ["Pasta/" + name])
        #expect(contents.files[0].path.map(\.text) == ["Pasta", "fotogpj. exe"])
    }

    @Test("two names that look the same are the same path twice")
    func looksTheSame() {
        let files = ["a b", "a  b"].map { name in
            BencodeValue.dictionary([
                "length": .integer(20_000), "path": .list([.string(name)]),
            ])
        }
        #expect(throws: MetainfoError.samePathTwice("Pasta/a b")) {
            try TorrentContents(
                torrent: TorrentBuilder(path: []).with("files", .list(files)).bytes)
        }
    }

    @Test(
        "resume data holds the same info dictionary, and no piece layers",
        arguments: [Samples.v1, Samples.v2, Samples.hybrid])
    func resumeData(torrent: [UInt8]) throws {
        let info = try #require(try BencodeDocument(torrent).root["info"])
        let resume = BencodeValue.dictionary([
            "info": .encoded(Array(info.raw)), "save_path": .string("/there"),
        ])
        let contents = try TorrentContents(resumeData: BencodeDocument(resume.bytes).root)
        #expect(contents.files == (try TorrentContents(torrent: torrent).files))
        #expect(throws: MetainfoError.noInfo) {
            try TorrentContents(resumeData: BencodeDocument(Array("de".utf8)).root)
        }
    }

    @Test("a path to be shared is held to the same rules")
    func sharedPath() throws {
        let path = try PathComponent.path([Array("Pasta".utf8)[...], Array("é".utf8)[...]])
        #expect(path.map(\.onDisk) == ["Pasta", "é"])
        #expect(throws: MetainfoError.hostileName("..")) {
            try PathComponent.path([Array("Pasta".utf8)[...], Array("..".utf8)[...]])
        }
    }
}
