import Domain
import Testing
import TrackerWire

@Suite struct TrackerRequestTests {
    private static let key = "0123456789abcdef0123456789abcdef"
    private static let hash = "aaaaaaaaaaaaaaaaaaaa"
    private static let announce =
        "info_hash=\(hash)&peer_id=bbbbbbbbbbbbbbbbbbbb&port=1&uploaded=0&downloaded=0&left=0"

    private func read(_ path: String, _ query: String) throws(AnnounceError) -> TrackerRequest? {
        try TrackerRequest.read(path: path, query: query.utf8)
    }

    @Test(
        "the passkey is understood in each of its places",
        arguments: [
            ("/announce", "passkey=\(key)&"), ("/announce/\(key)", ""), ("/\(key)/announce", ""),
        ])
    func announceForms(path: String, prefix: String) throws {
        guard case .announce(let passkey, let request) = try read(path, prefix + Self.announce)
        else {
            Issue.record("not an announce")
            return
        }
        #expect(passkey.rawValue == Self.key)
        #expect(request.infoHash.bytes == Array(Self.hash.utf8))
    }

    @Test(
        "a scrape names several torrents, each once",
        arguments: [
            ("/scrape", "passkey=\(key)&"), ("/scrape/\(key)", ""), ("/\(key)/scrape", ""),
        ])
    func scrapeForms(path: String, prefix: String) throws {
        let query = "info_hash=\(Self.hash)&info_hash=%00bbbbbbbbbbbbbbbbbbb&info_hash=\(Self.hash)"
        guard case .scrape(let passkey, let request) = try read(path, prefix + query) else {
            Issue.record("not a scrape")
            return
        }
        #expect(passkey.rawValue == Self.key)
        #expect(request.infoHashes.map(\.bytes.first) == [0x61, 0])
    }

    @Test(
        "other paths are not the tracker's",
        arguments: ["", "/", "/x", "/announce/a/b", "/announcer", "/x/y", "/api/v1/announce/x"])
    func otherPaths(path: String) throws {
        #expect(try read(path, Self.announce) == nil)
    }

    @Test("a missing, malformed or doubled passkey says so")
    func passkeys() {
        #expect(throws: AnnounceError.noPasskey) { try read("/announce", Self.announce) }
        #expect(throws: AnnounceError.badPasskey) { try read("/announce/x", Self.announce) }
        #expect(throws: AnnounceError.badPasskey) {
            try read("/announce", "passkey=\(Self.key.uppercased())")
        }
        #expect(throws: AnnounceError.twice("passkey")) {
            try read("/announce/\(Self.key)", "passkey=\(Self.key)&" + Self.announce)
        }
        #expect(throws: AnnounceError.tooLong) {
            try read("/announce/" + String(repeating: "a", count: 9000), "")
        }
    }

    @Test("a scrape of nothing, of garbage or of too much is refused")
    func scrapes() {
        let passkey = "passkey=\(Self.key)"
        #expect(throws: AnnounceError.missing("info_hash")) { try read("/scrape", passkey) }
        #expect(throws: AnnounceError.notTwentyBytes("info_hash")) {
            try read("/scrape", passkey + "&info_hash=abc")
        }
        let many = (0..<129).map { "&info_hash=aaaaaaaaaaaaaaaaa\(100 + $0)" }.joined()
        #expect(throws: AnnounceError.tooManyHashes) { try read("/scrape", passkey + many) }
    }
}
