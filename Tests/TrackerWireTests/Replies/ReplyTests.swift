import Bencoding
import Domain
import Testing
import TrackerWire

@Suite struct ReplyTests {
    private func peer(_ name: String, _ address: String, _ port: UInt16) throws -> SwarmPeer {
        SwarmPeer(
            id: try #require(PeerID(Array(name.utf8))),
            endpoint: PeerEndpoint(address: try #require(IPAddress(address)), port: port))
    }

    private func reply(_ form: AnnounceReply.Form) throws -> AnnounceReply {
        AnnounceReply(
            interval: 1800, minInterval: 900, counts: SwarmCounts(seeders: 2, leechers: 1),
            peers: [
                try peer("aaaaaaaaaaaaaaaaaaaa", "10.0.0.1", 258),
                try peer("bbbbbbbbbbbbbbbbbbbb", "2001:db8::1", 6881),
            ], form: form)
    }

    @Test("compact peers are six bytes each, and eighteen over IPv6")
    func compact() throws {
        let root = try BencodeDocument(try reply(.compact).bytes).root
        #expect(root.isCanonical)
        #expect(root["interval"]?.integer == 1800)
        #expect(root["min interval"]?.integer == 900)
        #expect(root["complete"]?.integer == 2)
        #expect(root["incomplete"]?.integer == 1)
        #expect(root["peers"]?.string == [10, 0, 0, 1, 1, 2])
        #expect(
            root["peers6"]?.string
                == [0x20, 0x01, 0x0D, 0xB8, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 0x1A, 0xE1])
    }

    @Test("whoever wants no compact form gets dictionaries, with ids unless they say no")
    func dictionaries() throws {
        let root = try BencodeDocument(try reply(.dictionaries(withPeerIDs: true)).bytes).root
        let peers = try #require(root["peers"]?.list)
        #expect(peers[0]["ip"]?.string == Array("10.0.0.1".utf8)[...])
        #expect(peers[0]["port"]?.integer == 258)
        #expect(peers[0]["peer id"]?.string == Array("aaaaaaaaaaaaaaaaaaaa".utf8)[...])
        #expect(peers[1]["ip"]?.string == Array("2001:db8::1".utf8)[...])
        #expect(root["peers6"] == nil)
        let bare = try BencodeDocument(try reply(.dictionaries(withPeerIDs: false)).bytes).root
        #expect(bare["peers"]?.list?[0]["peer id"] == nil)
    }

    @Test("an empty peer list is still there")
    func noPeers() {
        let reply = AnnounceReply(
            interval: 60, minInterval: 30, counts: SwarmCounts(), peers: [],
            externalAddress: IPAddress("10.1.2.3"), warning: "Be kind.")
        let text =
            "d8:completei0e11:external ip4:\u{A}\u{1}\u{2}\u{3}10:incompletei0e8:intervali60e"
            + "12:min intervali30e5:peers0:15:warning message8:Be kind.e"
        #expect(reply.bytes == Array(text.utf8))
    }

    @Test("a refusal has a reason, an interval, and when to come back")
    func refusal() {
        #expect(
            Refusal(reason: "No.", interval: 300, retry: .minutes(5)).bytes
                == Array("d14:failure reason3:No.8:intervali300e8:retry ini5ee".utf8))
        #expect(
            Refusal(.portZero, interval: 300).bytes
                == Array(
                    ("d14:failure reason25:Port 0 cannot be reached.8:intervali300e"
                        + "8:retry in5:nevere").utf8)
        )
    }

    @Test("a scrape answers by raw hash, in order")
    func scrape() throws {
        let a = try #require(InfoHash([UInt8](repeating: 0xFF, count: 20)))
        let b = try #require(InfoHash([UInt8](repeating: 0, count: 20)))
        let counts = SwarmCounts(seeders: 3, leechers: 4)
        let reply = ScrapeReply(files: [
            .init(infoHash: a, counts: counts, completed: 5),
            .init(infoHash: b, counts: counts, completed: 6),
        ])
        let root = try BencodeDocument(reply.bytes).root
        #expect(root.isCanonical)
        let files = try #require(root["files"]?.dictionary)
        #expect(files.map { Array($0.key) } == [b.bytes, a.bytes])
        #expect(files[1].value["complete"]?.integer == 3)
        #expect(files[1].value["incomplete"]?.integer == 4)
        #expect(files[1].value["downloaded"]?.integer == 5)
        #expect(files[1].value["downloaders"] == nil)
        #expect(root["flags"] == nil)
    }

    @Test("a scrape tells partial seeds from downloaders, and how soon one may scrape again")
    func scrapeFlags() throws {
        let hash = try #require(InfoHash([UInt8](repeating: 7, count: 20)))
        let file = ScrapeReply.File(
            infoHash: hash, counts: SwarmCounts(seeders: 3, leechers: 4), completed: 5,
            downloaders: 2)
        let root = try BencodeDocument(
            ScrapeReply(files: [file], minRequestInterval: 900).bytes
        ).root
        #expect(root.isCanonical)
        #expect(root["files"]?.dictionary?.first?.value["downloaders"]?.integer == 2)
        #expect(root["flags"]?["min_request_interval"]?.integer == 900)
    }

    @Test("a scrape of as many torrents as may be asked for is one answer")
    func manyHashes() throws {
        let files = (0..<ScrapeRequest.maximumHashes).map { number in
            ScrapeReply.File(
                infoHash: InfoHash(Bytes20(UInt64(number), 0, 0)), counts: SwarmCounts(),
                completed: 0)
        }
        let root = try BencodeDocument(ScrapeReply(files: files).bytes).root
        #expect(root["files"]?.dictionary?.count == 128)
        #expect(root.isCanonical)
    }
}

@Suite struct CompactReplyTests {
    @Test("what is written without allocating is what the reply is")
    func same() throws {
        let v4 = PeerEndpoint(address: .v4(0x0A00_0001), port: 6881)
        let v6 = PeerEndpoint(address: .v6(high: 1 << 60, low: 9), port: 6882)
        let id = PeerID(Bytes20(repeating: 1))
        for external in [v4.address, v6.address] {
            for endpoints in [[], [v4], [v6], [v4, v6, v4]] {
                let counts = SwarmCounts(seeders: 1_234_567, leechers: 0)
                var bytes: [UInt8] = []
                CompactReply(
                    interval: 1800, minInterval: 900, counts: counts, externalAddress: external
                ).write(
                    peers: endpoints.filter { $0 == v4 }.flatMap(\.compactBytes),
                    peers6: endpoints.filter { $0 == v6 }.flatMap(\.compactBytes), to: &bytes)
                let reply = AnnounceReply(
                    interval: 1800, minInterval: 900, counts: counts,
                    peers: endpoints.map { SwarmPeer(id: id, endpoint: $0) },
                    externalAddress: external)
                #expect(bytes == reply.bytes)
            }
        }
    }
}
