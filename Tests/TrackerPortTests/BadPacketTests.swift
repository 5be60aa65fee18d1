import Domain
import Testing
import TrackerPort
import TrackerWire

/// Every malformed packet over UDP, through the real socket and the real readers.
@Suite struct BadPacketTests {
    private static let key = "0123456789abcdef0123456789abcdef"
    private static let number: UInt32 = 0x0A0B_0C0D

    private static func bytes(_ value: some FixedWidthInteger) -> [UInt8] {
        stride(from: value.bitWidth - 8, through: 0, by: -8).map {
            UInt8(truncatingIfNeeded: value >> $0)
        }
    }

    private static func option(_ text: String) -> [UInt8] {
        [2, UInt8(text.utf8.count)] + text.utf8
    }
    private static let url = option("/announce?passkey=\(key)")

    private static func head(_ connection: UInt64, action: UInt32) -> [UInt8] {
        bytes(connection) + bytes(action) + bytes(number)
    }

    private static let connect = head(0x417_2710_1980, action: 0)

    private static func announce(
        _ connection: UInt64, action: UInt32 = 1, down: UInt64 = 2, left: UInt64 = 3,
        up: UInt64 = 1, event: UInt32 = 0, numwant: Int32 = -1, port: UInt16 = 6881,
        options: [UInt8] = url
    ) -> [UInt8] {
        var packet = head(connection, action: action)
        packet += [UInt8](repeating: 5, count: 20) + [UInt8](repeating: 6, count: 20)
        packet += bytes(down) + bytes(left) + bytes(up) + bytes(event)
        packet += bytes(UInt32(0x7F00_0001)) + bytes(UInt32(8)) + bytes(numwant) + bytes(port)
        return packet + options
    }

    private static func failure(_ reason: String) -> [UInt8] {
        bytes(UInt32(3)) + bytes(number) + reason.utf8
    }

    private static func with(
        _ test: (TestSocket, RecordingDesk, UInt64) async throws -> Void
    ) async throws {
        let desk = RecordingDesk()
        try await PortTests.with(desk: desk) { port in
            let socket = try TestSocket(.udp, port: port.port)
            socket.send(connect)
            let answer = try await socket.packet()
            #expect(Array(answer.prefix(8)) == bytes(UInt64(number)))
            let connection = answer.dropFirst(8).reduce(0) { $0 << 8 | UInt64($1) }
            try await test(socket, desk, connection)
        }
    }

    @Test("a malformed announce is refused for what is wrong with it, and books nothing")
    func malformed() async throws {
        try await Self.with { socket, desk, id in
            let cases: [([UInt8], DatagramError)] = [
                (Self.announce(id, action: 3), .unknownAction),
                (Self.announce(id, action: 4), .unknownAction),
                (Self.announce(id, action: .max), .unknownAction),
                (Self.announce(id, action: 1 << 24), .unknownAction),
                (Self.announce(id, down: 1 << 63), .of(.outOfRange("downloaded"))),
                (Self.announce(id, down: .max), .of(.outOfRange("downloaded"))),
                (Self.announce(id, left: 1 << 63), .of(.outOfRange("left"))),
                (Self.announce(id, left: .max), .of(.outOfRange("left"))),
                (Self.announce(id, up: 1 << 63), .of(.outOfRange("uploaded"))),
                (Self.announce(id, up: .max), .of(.outOfRange("uploaded"))),
                (Self.announce(id, event: 5), .of(.unknownEvent)),
                (Self.announce(id, event: .max), .of(.unknownEvent)),
                (Self.announce(id, event: 1 << 24), .of(.unknownEvent)),
                (Self.announce(id, numwant: -2), .of(.negative("numwant"))),
                (Self.announce(id, numwant: .min), .of(.negative("numwant"))),
                (Self.announce(id, port: 0), .of(.portZero)),
                (Self.announce(id, options: []), .of(.noPasskey)),
                (Self.announce(id, options: [0] + Self.url), .of(.noPasskey)),
                (Self.announce(id, options: [1, 1, 1]), .of(.noPasskey)),
                (Self.announce(id, options: [2]), .brokenOptions),
                (Self.announce(id, options: [2, 1]), .brokenOptions),
                (
                    Self.announce(id, options: [2, 255] + [UInt8](repeating: 1, count: 254)),
                    .brokenOptions
                ),
                (Self.announce(id, options: Self.url + [2]), .brokenOptions),
                (Self.announce(id, options: Self.url + [9]), .brokenOptions),
                (Self.announce(id, options: Self.url + [9, 2, 1]), .brokenOptions),
                (Self.announce(id, options: Self.option("")), .of(.noPasskey)),
                (Self.announce(id, options: Self.option("/")), .of(.noPasskey)),
                (Self.announce(id, options: Self.option("/announce")), .of(.noPasskey)),
                (Self.announce(id, options: Self.option("/scrape/x/y")), .of(.noPasskey)),
                (Self.announce(id, options: Self.option("/announce?passkey=")), .of(.badPasskey)),
                (
                    Self.announce(id, options: Self.option("/announce?passkey=\(Self.key)0")),
                    .of(.badPasskey)
                ),
                (Self.announce(id, options: Self.option("/announce?passkey=%")), .of(.badEscape)),
                (
                    Self.announce(id, options: Self.option("/announce?a=\u{0}")),
                    .of(.controlCharacter)
                ),
                (
                    Self.announce(id, options: Self.url + Self.option("&passkey=\(Self.key)")),
                    .of(.twice("passkey"))
                ),
                (Self.head(id, action: 2), .of(.missing("info_hash"))),
                (Self.head(id, action: 2) + [1, 2, 3], .of(.missing("info_hash"))),
                (
                    Self.head(id, action: 2) + [UInt8](repeating: 1, count: 75 * 20),
                    .of(.tooManyHashes)
                ),
            ]
            for (packet, error) in cases {
                socket.send(packet)
                let answer = try await socket.packet()
                #expect(answer == Self.failure(error.description), "\(error)")
            }
            for length in 16..<98 {
                socket.send(Array(Self.announce(id).prefix(length)))
                let answer = try await socket.packet()
                #expect(answer == Self.failure(DatagramError.short.description), "\(length)")
            }
            #expect(desk.books == RecordingDesk.Books())
            socket.send(Self.announce(id))
            let kind = Array(try await socket.packet().prefix(4))
            #expect(kind == [0, 0, 0, 1])
            #expect(desk.books.packets.count == 1)
        }
    }

    @Test("without an answer stay what is too short, too long, or asks without the magic number")
    func silent() async throws {
        try await Self.with { socket, desk, id in
            var packets = (0..<16).map { Array(Self.announce(id).prefix($0)) }
            packets.append(Self.head(0, action: 0))
            packets.append(Self.head(id, action: 0))
            packets.append(Self.head(0x417_2710_1981, action: 0))
            packets.append(Self.announce(id) + [UInt8](repeating: 1, count: 2048))
            packets.append([UInt8](repeating: 0, count: 60_000))
            for packet in packets {
                socket.send(packet)
                // The next answer is the next one's.
                socket.send(Self.connect)
                let kind = Array(try await socket.packet().prefix(4))
                #expect(kind == [0, 0, 0, 0], "\(packet.count)")
            }
            #expect(desk.books == RecordingDesk.Books())
        }
    }

    @Test("a connection id that is stale or guessed gets no more than a few words")
    func stale() async throws {
        try await Self.with { socket, desk, id in
            let whole = Self.announce(id)
            for wrong in [id &+ 1, id ^ 1 << 63, 0, .max, 0x417_2710_1980] {
                for packet in [
                    Self.announce(wrong), Self.announce(wrong, port: 0),
                    Array(Self.announce(wrong).prefix(50)),
                    Self.head(wrong, action: 2) + [UInt8](repeating: 1, count: 20),
                ] {
                    socket.send(packet)
                    let words = try await socket.packet()
                    #expect(words == Self.failure("Connect again."))
                }
            }
            #expect(desk.books == RecordingDesk.Books())
            desk.advance(seconds: 240)
            socket.send(whole)
            let words = try await socket.packet()
            #expect(words == Self.failure("Connect again."))
            #expect(desk.books == RecordingDesk.Books())
        }
    }

    @Test("what is only unusual is an announce")
    func unusual() async throws {
        try await Self.with { socket, desk, id in
            let packets = [
                Self.announce(id, event: 4), Self.announce(id, numwant: .max),
                Self.announce(id, numwant: 0), Self.announce(id, up: UInt64(Int64.max)),
                Self.announce(id, port: .max),
                Self.announce(id, options: [1, 1] + Self.url + [0, 9]),
                Self.announce(id, options: [9, 0] + Self.url + [77, 3, 1, 2, 3]),
                Self.announce(
                    id,
                    options: Self.option("/") + Self.option("announce") + Self.option("?passkey=")
                        + Self.option(Self.key)),
            ]
            for packet in packets {
                socket.send(packet)
                let kind = Array(try await socket.packet().prefix(4))
                #expect(kind == [0, 0, 0, 1])
            }
            #expect(desk.books.packets.count == packets.count)
            #expect(desk.books.packets.map(\.event).first == .paused)
        }
    }
}
