import Domain
import Testing

@testable import Client

@Suite struct PastedTorrentsTests {
    private let hex = "0123456789abcdef0123456789abcdef01234567"

    @Test("magnets are found by their info-hash, in hexadecimal and in base32")
    func magnets() throws {
        let hash = try #require(InfoHash(hex: hex))
        for link in [
            "magnet:?xt=urn:btih:\(hex)", "MAGNET:?xt=urn:btih:\(hex.uppercased())",
            "magnet:?dn=Aula%2007&xt=urn:btih:\(hex)&tr=http%3A%2F%2Fx",
            "  magnet:?xt=urn:btih:\(hex)\t",
            "magnet:?xt.1=urn:btih:\(hex)", "magnet:?xt=urn%3Abtih%3A\(hex)",
            "magnet:?xt=urn:btih:AERUKZ4JVPG66AJDIVTYTK6N54ASGRLH",
        ] {
            #expect(PastedTorrents(link).magnets == [.hash(hash)], "\(link)")
        }
        for link in [
            "magnet:?xt=urn:btih:123", "magnet:?dn=only", "magnet:?xt=urn:ed2k:\(hex)",
            "magnet:?xt=urn:btih:AERUKZ4JVPG66AJDIVTYTK6N54ASGRL1", "magnet:?", "magnet:?xt",
        ] {
            #expect(PastedTorrents(link).magnets == [.unreadable], "\(link)")
        }
    }

    @Test(
        "paths are read as shells, file managers and terminals hand them over",
        arguments: [
            ("/a/b.torrent", "/a/b.torrent"), ("~/b.torrent", "~/b.torrent"),
            ("b.TORRENT", "b.TORRENT"), ("./b.torrent", "./b.torrent"),
            ("'/a/two words.torrent'", "/a/two words.torrent"),
            ("\"/a/two words.torrent\"", "/a/two words.torrent"),
            ("/a/two\\ words\\ \\(1\\).torrent", "/a/two words (1).torrent"),
            ("file:///a/two%20words%C3%A9.torrent", "/a/two wordsé.torrent"),
            ("file://here/a/b.torrent", "/a/b.torrent"), ("/a/100%.torrent", "/a/100%.torrent"),
        ])
    func paths(line: String, path: String) {
        #expect(PastedTorrents(line).paths == [path])
    }

    @Test(
        "everything else is none",
        arguments: [
            "rm -rf /", "http://x/b.torrent", "/a/b.txt", "torrent", "file://b.torrent", "'",
        ])
    func others(line: String) {
        let pasted = PastedTorrents(line)
        #expect(pasted.isEmpty && pasted.others == 1, "\(line)")
    }

    @Test("many lines are as many torrents, each once, and a limit holds")
    func lines() {
        let text = "/a.torrent\r\n\n/b.torrent\n/a.torrent\nmagnet:?xt=urn:btih:\(hex)\nhello"
        let pasted = PastedTorrents(text)
        #expect(pasted.paths == ["/a.torrent", "/b.torrent"])
        #expect(pasted.magnets.count == 1 && pasted.others == 1)
        let many = PastedTorrents((0..<1000).map { "/\($0).torrent" }.joined(separator: "\n"))
        #expect(many.paths.count == PastedTorrents.most && many.others == 800)
        #expect(PastedTorrents("").isEmpty && PastedTorrents(" \n ").others == 0)
    }
}
