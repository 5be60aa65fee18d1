import Domain
import Testing
import TrackerWire

@Suite struct AnnounceRequestTests {
    /// Every byte that a careless decoder loses: NUL, `&`, `=`, `+`, `%`, high bytes.
    private static let hashBytes: [UInt8] =
        [0, 0x26, 0x3D, 0x2B, 0x25, 0xFF, 0xFE, 0x80] + Array("abcdefghijkl".utf8)
    private static let hash = "%00%26%3D%2B%25%FF%fe%80abcdefghijkl"
    private static let peer = "-XX0001-%01%02%03%04%05%06%07%08%09%0a%0b%0c"

    static let standard: [(String, String?)] = [
        ("info_hash", hash), ("peer_id", peer), ("port", "6881"), ("uploaded", "1"),
        ("downloaded", "2"), ("left", "3"),
    ]

    private func query(_ changes: [String: String?] = [:]) -> [UInt8] {
        var pairs = Self.standard.map { ($0.0, changes[$0.0] ?? $0.1) }
        let names = Set(pairs.map(\.0))
        pairs += changes.filter { !names.contains($0.key) }.map { ($0.key, $0.value) }
        let text = pairs.compactMap { name, value in value.map { "\(name)=\($0)" } }
        return Array(text.joined(separator: "&").utf8)
    }

    private func error(_ query: [UInt8]) -> AnnounceError? {
        do {
            _ = try AnnounceRequest(query: query)
            return nil
        } catch {
            return error
        }
    }

    @Test("raw bytes survive, a plus stays a plus, and absent fields have their defaults")
    func minimal() throws {
        let request = try AnnounceRequest(query: query())
        #expect(request.infoHash.bytes == Self.hashBytes)
        #expect(request.peerID.bytes == Array("-XX0001-".utf8) + Array(1...12))
        #expect(request.port == 6881)
        #expect(request.uploaded.bytes == 1)
        #expect(request.downloaded.bytes == 2)
        #expect(request.left.bytes == 3)
        #expect(request.event == nil)
        #expect(request.numwant == nil)
        #expect(request.key == nil)
        #expect(request.isCompact)
        #expect(!request.noPeerID)
        #expect(request.ipv6 == nil)
        let plus = query(["peer_id": "+++++++++++++++++++%2B"])
        #expect(
            try AnnounceRequest(query: plus).peerID.bytes == [UInt8](repeating: 0x2B, count: 20))
    }

    @Test("everything that is said is read")
    func full() throws {
        let request = try AnnounceRequest(
            query: query([
                "event": "completed", "numwant": "200", "key": "%FF%00", "compact": "0",
                "no_peer_id": "1", "ipv6": "2001%3Adb8%3A%3A9", "left": "9223372036854775807",
                "trackerid": "x", "supportcrypto": "1",
            ]))
        #expect(request.event == .completed)
        #expect(request.numwant == 200)
        #expect(request.key == [0xFF, 0])
        #expect(!request.isCompact)
        #expect(request.noPeerID)
        #expect(request.ipv6?.description == "2001:db8::9")
        #expect(request.left.bytes == .max)
    }

    @Test(
        "events have their names, and an empty one is none",
        arguments: [
            ("started", AnnounceEvent.started), ("stopped", .stopped), ("paused", .paused),
            ("", nil), ("empty", nil),
        ])
    func events(text: String, event: AnnounceEvent?) throws {
        #expect(try AnnounceRequest(query: query(["event": text])).event == event)
    }

    static let malformed: [(String, String?, AnnounceError)] = [
        ("info_hash", nil, .missing("info_hash")),
        ("info_hash", "", .notTwentyBytes("info_hash")),
        ("info_hash", "abc", .notTwentyBytes("info_hash")),
        ("info_hash", hash + "x", .notTwentyBytes("info_hash")),
        ("peer_id", nil, .missing("peer_id")),
        ("peer_id", "%00", .notTwentyBytes("peer_id")),
        ("port", nil, .missing("port")),
        ("port", "0", .portZero),
        ("port", "65536", .outOfRange("port")),
        ("port", "-1", .negative("port")),
        ("port", "x", .notANumber("port")),
        ("port", "6881%00", .notANumber("port")),
        ("uploaded", nil, .missing("uploaded")),
        ("uploaded", "", .notANumber("uploaded")),
        ("uploaded", "-5", .negative("uploaded")),
        ("uploaded", "-", .notANumber("uploaded")),
        ("uploaded", "+5", .notANumber("uploaded")),
        ("uploaded", "1e9", .notANumber("uploaded")),
        ("uploaded", "0x10", .notANumber("uploaded")),
        ("uploaded", "9223372036854775808", .outOfRange("uploaded")),
        ("downloaded", "18446744073709551616", .outOfRange("downloaded")),
        ("downloaded", "-9223372036854775809", .negative("downloaded")),
        ("left", nil, .missing("left")),
        ("left", "99999999999999999999999999999999", .outOfRange("left")),
        ("event", "exploded", .unknownEvent),
        ("event", "Started", .unknownEvent),
        ("event", "%FF", .unknownEvent),
        ("numwant", "many", .notANumber("numwant")),
        ("numwant", "-2", .negative("numwant")),
        ("compact", "yes", .notANumber("compact")),
        ("key", String(repeating: "k", count: 65), .outOfRange("key")),
        ("ipv6", "not-an-address", .badAddress("ipv6")),
        ("left", "1&left=2", .twice("left")),
        ("info_hash", hash + "&info_hash=" + hash, .twice("info_hash")),
        ("left", "1%", .badEscape),
        ("left", "1%4", .badEscape),
        ("left", "1%zz", .badEscape),
        ("%", "1", .badEscape),
        ("left", "1\u{0}", .controlCharacter),
        ("left", "1\r\n", .controlCharacter),
    ]

    @Test("each malformed announce has its own error", arguments: malformed)
    func refused(name: String, value: String?, expected: AnnounceError) {
        #expect(error(query([name: value])) == expected)
        #expect(!expected.description.contains("\n"))
    }

    @Test("a query over eight kibibytes is refused unread")
    func tooLong() {
        #expect(error(query(["padding": String(repeating: "x", count: 8192)])) == .tooLong)
    }

    @Test("as many peers as you like can be spelled −1")
    func numwantDefault() throws {
        #expect(try AnnounceRequest(query: query(["numwant": "-1"])).numwant == nil)
    }

    @Test("random and damaged queries never trap")
    func garbage() {
        var generator = SeededGenerator(seed: 3)
        let alphabet = Array("info_hashportleft&&==%%%0123456789abcdef".utf8)
        for _ in 0..<6000 {
            _ = error(generator.garbage(of: alphabet, upTo: 200))
            _ = error(generator.mutated(query(["event": "started", "numwant": "50"])))
        }
    }
}
