import API
import Domain
import Testing

/// What is refused at the real tracker leaves totals, sessions and swarms as they were.
@Suite(.everyEngine) struct BadAnnounceTests {
    /// What is put behind a good query, or in the place of one of its fields.
    private static let wrong: [(name: String, value: String?)] = [
        ("info_hash", nil), ("info_hash", "abc"), ("peer_id", nil), ("peer_id", "%00"),
        ("port", "0"), ("port", "65536"), ("port", nil), ("uploaded", nil), ("uploaded", "-1"),
        ("uploaded", "9223372036854775808"), ("uploaded", "18446744073709551616"),
        ("uploaded", "9000&uploaded=9000"), ("uploaded", "9%00"), ("uploaded", "9\u{0}"),
        ("downloaded", "18446744073709551615"), ("downloaded", ""), ("left", "-1"), ("left", "%"),
        ("event", "exploded"), ("event", "stopped&event=stopped"), ("numwant", "-2"),
        ("x", String(repeating: "x", count: 8192)), ("passkey", "0"),
    ]

    private static func target(
        _ member: Member, _ hash: InfoHash, _ name: String, _ value: String?
    ) throws -> String {
        var fields = [
            "passkey": member.passkey.rawValue, "info_hash": TrackerClient.escaped(hash.bytes),
            "peer_id": TrackerClient.escaped(try LiveSite.peer(member).bytes),
            "port": "\(LiveSite.port(member))", "uploaded": "9000", "downloaded": "30000",
            "left": "10000", "event": "stopped",
        ]
        fields[name] = value
        return "/announce?"
            + fields.sorted { $0.key < $1.key }.map { "\($0)=\($1)" }
            .joined(separator: "&")
    }

    @Test("no malformed announce changes a total, a session or a swarm")
    func nothingChanges() async throws {
        try await LiveSite.with { live in
            let (site, admin) = (live.site, live.site.admin)
            let ana = try await site.member("ana")
            let hash = try await site.publish(1, by: admin).summary.infoHash
            try await live.announce(ana, hash, up: 5, down: 7, left: 40_000)
            let before = try await site.call(Endpoints.me, as: ana).stats
            for (name, value) in Self.wrong {
                let target = try Self.target(ana, hash, name, value)
                let answer = try await live.tracker.ask(target)
                #expect(answer.status == "HTTP/1.1 200 OK")
                #expect(answer.failure?.isEmpty == false, "\(name)=\(value ?? "")")
                #expect(answer.interval != nil)
            }
            for method in ["POST", "HEAD", "get"] {
                let target = try Self.target(ana, hash, "x", "y")
                #expect(try await live.tracker.ask(target, method: method).failure != nil)
            }
            try await sendBadPackets(live, ana, hash)

            #expect(try await site.call(Endpoints.me, as: ana).stats == before)
            let scrape = try await live.tracker.scrape(ana.passkey, [hash])
            #expect(scrape.files[hash] == TrackerReply.Counts(seeders: 0, leechers: 1))
            // The session stands where it stood: the next announce counts from there.
            try await live.announce(ana, hash, up: 15, down: 27, left: 39_980, event: nil)
            let after = try await site.call(Endpoints.me, as: ana).stats
            #expect(after.bytesUp.bytes == before.bytesUp.bytes + 10)
            #expect(after.bytesDown.bytes == before.bytesDown.bytes + 20)
        }
    }

    private func sendBadPackets(_ live: LiveSite, _ member: Member, _ hash: InfoHash) async throws {
        let client = try DatagramClient(port: live.trackerPort)
        let connection = try await client.connection()
        let peer = try LiveSite.peer(member)
        func packet(
            _ id: UInt64, up: UInt64 = 9000, event: UInt32 = 3, port: Int = 6881
        ) -> [UInt8] {
            DatagramClient.announce(
                id, member.passkey, hash, peer: peer, up: up, down: 30_000, event: event, port: port
            )
        }
        let good = packet(connection)
        var bad = [
            packet(connection &+ 1), packet(0), packet(connection, up: 1 << 63),
            packet(connection, up: .max), packet(connection, event: 5),
            packet(connection, event: .max), packet(connection, port: 0),
        ]
        bad += [16, 40, 97, 98, 99, 120].map { Array(good.prefix($0)) }
        for action in [UInt8(3), 4, 255] {
            var other = good
            other[11] = action
            bad.append(other)
        }
        for packet in bad {
            #expect(try await client.ask(packet).prefix(4) == [0, 0, 0, 3])
        }
    }
}
