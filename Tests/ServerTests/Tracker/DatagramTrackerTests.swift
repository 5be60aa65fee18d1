import API
import Domain
import Testing

/// The tracker over UDP, through its real socket.
@Suite(.everyEngine) struct DatagramTrackerTests {
    private static func words(_ answer: [UInt8]) -> String {
        String(decoding: answer.dropFirst(8), as: UTF8.self)
    }

    @Test("an announce over UDP is the same announce: peers, counts, credit")
    func announces() async throws {
        try await LiveSite.with { live in
            let (site, admin) = (live.site, live.site.admin)
            let ana = try await site.member("ana")
            let hash = try await site.publish(1, by: admin).summary.infoHash
            try await live.announce(admin, hash)
            let client = try DatagramClient(port: live.trackerPort)
            let connection = try await client.connection()
            let peer = try LiveSite.peer(ana)
            let first = try await client.ask(
                DatagramClient.announce(
                    connection, ana.passkey, hash, peer: peer, left: 40_000,
                    port: LiveSite.port(ana)))
            // Action 1, our number, an interval, one leecher, one seeder, and the seeder.
            #expect(first.prefix(8) == [0, 0, 0, 1, 0, 0, 0, 9])
            #expect(first[12..<20] == [0, 0, 0, 1, 0, 0, 0, 1])
            #expect(Array(first[20...]) == LiveSite.compact(admin))
            // The same session over HTTP goes on where it was.
            try await live.announce(ana, hash, down: 30_000, left: 10_000, event: nil)
            _ = try await client.ask(
                DatagramClient.announce(
                    connection, ana.passkey, hash, peer: peer, down: 40_000, event: 1,
                    port: LiveSite.port(ana)))
            #expect(try await site.call(Endpoints.me, as: ana).stats.bytesDown.bytes == 40_000)
        }
    }

    @Test("a refusal over UDP says why, and changes nothing")
    func refusals() async throws {
        try await LiveSite.with { live in
            let admin = live.site.admin
            let hash = try await live.site.publish(1, by: admin).summary.infoHash
            let client = try DatagramClient(port: live.trackerPort)
            let connection = try await client.connection()
            let peer = try LiveSite.peer(admin)
            let whole = DatagramClient.announce(connection, admin.passkey, hash, peer: peer)
            func refusal(_ packet: [UInt8]) async throws -> String {
                let answer = try await client.ask(packet)
                #expect(answer.prefix(4) == [0, 0, 0, 3])
                return Self.words(answer)
            }
            #expect(
                try await refusal(
                    DatagramClient.announce(
                        connection &+ 1, admin.passkey, hash, peer: peer)) == "Connect again.")
            #expect(
                try await refusal(
                    DatagramClient.announce(connection, .random(), hash, peer: peer))
                    == "This passkey is not known: download the torrent file again.")
            #expect(try await refusal(Array(whole.prefix(98))).contains("passkey"))
            #expect(try await refusal(Array(whole.prefix(60))).contains("too early"))
            #expect(
                try await refusal(
                    DatagramClient.number(connection) + [0, 0, 0, 9, 0, 0, 0, 9]
                ).contains("do not know"))
            #expect(
                try await refusal(
                    DatagramClient.number(connection) + [0, 0, 0, 2, 0, 0, 0, 9] + hash.bytes
                ).contains("over HTTP"))
            // What is too short, or asks without the magic number, is not answered at all.
            client.send([1, 2, 3])
            client.send([UInt8](repeating: 0, count: 16))
            let scrape = try await live.tracker.scrape(admin.passkey, [hash])
            #expect(
                scrape.files[hash] == TrackerReply.Counts(seeders: 0, leechers: 0))
            #expect(try await client.ask(whole).prefix(4) == [0, 0, 0, 1])
        }
    }
}
