import Domain
import Testing
import TrackerWire

@Suite struct DatagramTests {
    private static let key = "0123456789abcdef0123456789abcdef"

    private static func number(_ value: some FixedWidthInteger) -> [UInt8] {
        stride(from: value.bitWidth - 8, through: 0, by: -8).map {
            UInt8(truncatingIfNeeded: value >> $0)
        }
    }

    private static func options(_ text: String) -> [UInt8] {
        [2, UInt8(text.utf8.count)] + Array(text.utf8) + [0]
    }

    private static func announce(
        action: Int32 = 1, down: UInt64 = 2, left: UInt64 = 3, up: UInt64 = 1, event: Int32 = 2,
        numwant: Int32 = -1, port: UInt16 = 6881,
        options: [UInt8] = options("/announce?passkey=\(key)")
    ) -> [UInt8] {
        var bytes = number(UInt64(77)) + number(action) + number(UInt32(99))
        bytes += [UInt8](repeating: 5, count: 20) + [UInt8](repeating: 6, count: 20)
        bytes += number(down) + number(left) + number(up) + number(event)
        bytes += number(UInt32(0x0102_0304)) + number(UInt32(8)) + number(numwant) + number(port)
        return bytes + options
    }

    private func read(_ packet: [UInt8]) -> DatagramRequest? { DatagramRequest(packet.span) }

    @Test("a connection is asked for with the magic number, and never without")
    func connect() {
        let packet =
            Self.number(DatagramRequest.magic) + Self.number(Int32(0)) + Self.number(UInt32(7))
        #expect(read(packet) == .connect(transaction: 7))
        #expect(read(Self.number(UInt64(1)) + packet[8...]) == nil)
        for length in 0..<16 { #expect(read(Array(packet.prefix(length))) == nil) }
    }

    @Test("an announce says everything, its passkey in the options of BEP 41")
    func announces() throws {
        guard case .announce(77, 99, let announce)? = read(Self.announce()) else {
            Issue.record("not an announce")
            return
        }
        #expect(announce.passkey.rawValue == Self.key)
        #expect(announce.infoHash.bytes == [UInt8](repeating: 5, count: 20))
        #expect(announce.peerID.bytes == [UInt8](repeating: 6, count: 20))
        #expect(announce.uploaded.bytes == 1 && announce.downloaded.bytes == 2)
        #expect(announce.left.bytes == 3 && announce.port == 6881)
        #expect(announce.event == .started && announce.numwant == nil)
    }

    @Test("events have their numbers, and that which libtorrent gives its partial seeds")
    func events() {
        let events: [AnnounceEvent?] = [nil, .completed, .started, .stopped, .paused]
        for (number, event) in events.enumerated() {
            guard case .announce(_, _, let announce)? = read(Self.announce(event: Int32(number)))
            else {
                Issue.record("not an announce")
                continue
            }
            #expect(announce.event == event)
        }
    }

    @Test("the URL may come in pieces, between fillers, and before options nobody knows yet")
    func options() {
        let pieces: [UInt8] =
            [1, 1, 2, 9] + Array("/announce".utf8) + [1, 9, 3, 1, 2, 3]
            + Self.options("?passkey=\(Self.key)") + [200, 200]
        guard case .announce(_, _, let announce)? = read(Self.announce(options: pieces)) else {
            Issue.record("not an announce")
            return
        }
        #expect(announce.passkey.rawValue == Self.key)
    }

    @Test("each malformed announce is refused with its reason")
    func malformed() {
        let cases: [([UInt8], DatagramError)] = [
            (Array(Self.announce().prefix(97)), .short),
            (Self.announce(action: 4), .unknownAction),
            (Self.announce(action: -1), .unknownAction),
            (Self.announce(down: 1 << 63), .of(.outOfRange("downloaded"))),
            (Self.announce(left: .max), .of(.outOfRange("left"))),
            (Self.announce(up: 1 << 63), .of(.outOfRange("uploaded"))),
            (Self.announce(event: 5), .of(.unknownEvent)),
            (Self.announce(event: -1), .of(.unknownEvent)),
            (Self.announce(numwant: -2), .of(.negative("numwant"))),
            (Self.announce(port: 0), .of(.portZero)),
            (Self.announce(options: []), .of(.noPasskey)),
            (Self.announce(options: [2]), .brokenOptions),
            (Self.announce(options: [2, 200, 1]), .brokenOptions),
            (Self.announce(options: [7, 200, 1]), .brokenOptions),
            (Self.announce(options: Self.options("/announce?passkey=x")), .of(.badPasskey)),
            (Self.announce(options: Self.options("/announce?a=%")), .of(.badEscape)),
        ]
        for (packet, error) in cases {
            #expect(
                read(packet) == .wrong(connection: 77, transaction: 99, error), "\(error)")
            #expect(!error.description.contains("\n"))
        }
    }

    @Test("a scrape names up to 74 torrents")
    func scrape() {
        let head = Self.number(UInt64(77)) + Self.number(Int32(2)) + Self.number(UInt32(9))
        let hashes = (0..<74).map { [UInt8](repeating: UInt8($0), count: 20) }
        #expect(
            read(head + hashes.flatMap { $0 })
                == .scrape(connection: 77, transaction: 9, hashes.compactMap { InfoHash($0) }))
        #expect(
            read(head + [UInt8](repeating: 1, count: 75 * 20))
                == .wrong(connection: 77, transaction: 9, .of(.tooManyHashes)))
        #expect(
            read(head + [1, 2])
                == .wrong(connection: 77, transaction: 9, .of(.missing("info_hash"))))
    }

    @Test("random and damaged packets never trap")
    func garbage() {
        var generator = SeededGenerator(seed: 7)
        for _ in 0..<20_000 {
            _ = read(generator.mutated(Self.announce()))
            _ = read(generator.garbage(of: Array(0...255), upTo: 300))
        }
    }

    @Test("answers have the places that BEP 15 gives their parts")
    func replies() {
        var bytes: [UInt8] = []
        DatagramReply.connect(transaction: 1, connection: 0x0102_0304_0506_0708, to: &bytes)
        #expect(bytes == [0, 0, 0, 0, 0, 0, 0, 1, 1, 2, 3, 4, 5, 6, 7, 8])
        bytes = []
        DatagramReply.announce(
            transaction: 2, interval: 1800, counts: SwarmCounts(seeders: 3, leechers: 4),
            peers: [9, 9, 9, 9, 9, 9] as [UInt8], to: &bytes)
        #expect(
            bytes == [0, 0, 0, 1, 0, 0, 0, 2, 0, 0, 7, 8, 0, 0, 0, 4, 0, 0, 0, 3, 9, 9, 9, 9, 9, 9])
        bytes = []
        DatagramReply.failure(transaction: 5, "no", to: &bytes)
        #expect(bytes == [0, 0, 0, 3, 0, 0, 0, 5] + Array("no".utf8))
    }

    @Test("a connection id is good for its address and for two to four minutes")
    func connectionIDs() {
        let ids = ConnectionIDs(key: (1, 2))
        let (here, there) = (IPAddress.v4(0x7F00_0001), IPAddress.v4(0x7F00_0002))
        let now = Timestamp(seconds: 1200)
        let id = ids.id(for: here, at: now)
        #expect(ids.isGood(id, from: here, at: now.adding(seconds: 239)))
        #expect(!ids.isGood(id, from: here, at: now.adding(seconds: 240)))
        #expect(!ids.isGood(id, from: here, at: now.adding(seconds: -1)))
        #expect(!ids.isGood(id, from: there, at: now))
        #expect(!ids.isGood(id, from: .v6(high: 0, low: 0x7F00_0001), at: now))
        #expect(!ConnectionIDs(key: (1, 3)).isGood(id, from: here, at: now))
        #expect(!ids.isGood(DatagramRequest.magic, from: here, at: now))
    }
}
