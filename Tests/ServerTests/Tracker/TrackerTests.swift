import API
import Domain
import Service
import Store
import Testing

/// The tracker through its real listener.
@Suite(.everyEngine) struct TrackerTests {
    /// Torrents whose hashes hold every byte value there is.
    private func everyByte(_ home: TestHome, by uploader: UserID) async throws -> [InfoHash] {
        var hashes: [InfoHash] = []
        for start in stride(from: 0, to: 260, by: 20) {
            let hash = try #require(
                InfoHash((0..<20).map { UInt8(truncatingIfNeeded: start + $0) }))
            hashes.append(hash)
            let metainfo = Metainfo(
                name: "t", files: [TorrentFile(path: "t", size: ByteCount(clamping: 9))],
                size: ByteCount(clamping: 9), pieceLength: 16_384, infoHashes: [hash],
                info: [UInt8(start & 255)], pieceLayers: nil, becamePrivate: false)
            _ = try await home.store.insert(
                NewEntry(
                    title: "t", description: "", tags: [], minRoleWeight: .guest, status: .approved,
                    uploaderID: uploader, metainfo: metainfo, createdAt: home.clock.now))
        }
        return hashes
    }

    @Test("hashes and peer ids of every byte value pass through whole")
    func binary() async throws {
        try await LiveSite.with { live in
            let admin = live.site.admin
            let hashes = try await everyByte(live.site.home, by: admin.id)
            let ana = try await live.site.member("ana")
            for (number, hash) in hashes.enumerated() {
                let peer = try #require(PeerID(hash.bytes.reversed()))
                let first = try await live.tracker.announce(
                    admin.passkey, hash, peer: peer, port: 7000 + number)
                #expect(first.status == "HTTP/1.1 200 OK")
                #expect(first.failure == nil)
                #expect(first.counts.seeders == 1)
                let second = try await live.tracker.ask(
                    "/announce?passkey=\(ana.passkey.rawValue)"
                        + "&info_hash=\(TrackerClient.escaped(hash.bytes))"
                        + "&peer_id=-XX0000-123456789012&port=6999&uploaded=0&downloaded=0&left=9"
                        + "&compact=0")
                let expected = TrackerReply.Peer(id: peer.bytes, port: Int64(7000 + number))
                #expect(second.namedPeers == [expected])
            }
            let scrape = try await live.tracker.scrape(admin.passkey, hashes)
            #expect(Set(scrape.files.keys) == Set(hashes))
            #expect(
                Set(scrape.files.values) == [TrackerReply.Counts(seeders: 1, leechers: 1)])
        }
    }

    @Test(
        "whatever is asked, the answer is status 200 with a reason and an interval",
        arguments: [
            "/", "/announce", "/scrape", "/nothing", "/announce?", "/announce?&&&=&=",
            "/announce?passkey=", "/announce?passkey=x", "/announce?info_hash=%",
            "/announce?info_hash=%ff%",
            "/announce/zz", "/a/b/c/d", "/announce?passkey=00000000000000000000000000000000",
            "/announce?passkey=00000000000000000000000000000000&info_hash=%00&peer_id=%00",
            "/scrape?passkey=00000000000000000000000000000000&info_hash=abc",
            "/%00%FF",
        ])
    func garbage(target: String) async throws {
        try await LiveSite.with { live in
            let answer = try await live.tracker.ask(target)
            #expect(answer.status == "HTTP/1.1 200 OK")
            #expect(answer.failure?.isEmpty == false)
            #expect(answer.interval == 1800)
            #expect(answer.saysWhenToRetry)
        }
    }

    @Test("an announce cut anywhere is refused or read, and the tracker goes on")
    func truncated() async throws {
        try await LiveSite.with { live in
            let admin = live.site.admin
            let hash = try await live.site.publish(1, by: admin).summary.infoHash
            let whole =
                "/announce?passkey=\(admin.passkey.rawValue)"
                + "&info_hash=\(TrackerClient.escaped(hash.bytes))"
                + "&peer_id=\(TrackerClient.escaped(hash.bytes))&port=6881&uploaded=1&downloaded=2"
                + "&left=3"
            for length in stride(from: 1, to: whole.utf8.count, by: 7) {
                let answer = try await live.tracker.ask(String(whole.prefix(length)))
                #expect(answer.status == "HTTP/1.1 200 OK")
                #expect(answer.interval != nil)
            }
            #expect(try await live.tracker.ask(whole).failure == nil)
        }
    }

    @Test("raw bytes that no URL may hold do not take the tracker down")
    func rawBytes() async throws {
        try await LiveSite.with { live in
            let admin = live.site.admin
            let hash = try await live.site.publish(1, by: admin).summary.infoHash
            for byte in (0x01...0xFF as ClosedRange<UInt8>).filter({ $0 > 0x7E || $0 < 0x20 }) {
                let wire = try Wire(port: live.trackerPort)
                try await wire.send(
                    Array("GET /announce?info_hash=".utf8) + [byte, byte]
                        + Array(" HTTP/1.1\r\nHost: t\r\nConnection: close\r\n\r\n".utf8))
                // A parser may refuse the request line itself; it must end the exchange.
                _ = await wire.read { _ in false }
            }
            #expect(try await live.announce(admin, hash).failure == nil)
        }
    }

    @Test("only GET is answered with anything but a refusal")
    func methods() async throws {
        try await LiveSite.with { live in
            for method in ["POST", "PUT", "DELETE", "OPTIONS"] {
                let answer = try await live.tracker.ask("/announce", method: method)
                #expect(answer.status == "HTTP/1.1 200 OK")
                #expect(answer.failure == "A tracker is asked by GET.")
            }
        }
    }

    @Test("the three forms of the announce URL are one")
    func forms() async throws {
        try await LiveSite.with { live in
            let admin = live.site.admin
            let hash = try await live.site.publish(1, by: admin).summary.infoHash
            let rest =
                "info_hash=\(TrackerClient.escaped(hash.bytes))&peer_id=-XX0000-123456789012"
                + "&port=6881&uploaded=0&downloaded=0&left=0&event=started"
            let key = admin.passkey.rawValue
            for target in [
                "/announce?passkey=\(key)&\(rest)", "/announce/\(key)?\(rest)",
                "/\(key)/announce?\(rest)",
            ] {
                let answer = try await live.tracker.ask(target)
                #expect(answer.failure == nil)
                #expect(answer.counts.seeders == 1)
            }
        }
    }

    @Test("an announce is credited once the counters move, a goodbye leaves the swarm")
    func life() async throws {
        try await LiveSite.with { live in
            let (site, admin) = (live.site, live.site.admin)
            let ana = try await site.member("ana")
            let entry = try await site.publish(1, by: admin)
            let hash = entry.summary.infoHash
            try await live.announce(admin, hash)
            let started = try await live.announce(ana, hash, left: 40_000)
            #expect(started.counts == TrackerReply.Counts(seeders: 1, leechers: 1))
            #expect(started.peers == [LiveSite.compact(admin)])
            #expect(started.externalAddress == [127, 0, 0, 1])
            try await live.announce(ana, hash, down: 40_000, event: "completed")
            try await live.announce(admin, hash, up: 40_000, event: nil)
            try await live.announce(ana, hash, down: 40_000, event: "stopped")
            #expect(try await site.call(Endpoints.me, as: ana).stats.bytesDown.bytes == 40_000)
            #expect(try await site.call(Endpoints.me, as: admin).stats.bytesUp.bytes == 40_000)
            let page = try await site.call(
                Endpoints.catalogEntry, entry.summary.id.rawValue, as: ana)
            #expect([page.summary.seeders, page.summary.leechers] == [1, 0])
            #expect(page.summary.completed == 1)
        }
    }

    @Test("the torrent that waits, and the member who owes, are told so")
    func refusals() async throws {
        try await LiveSite.with { live in
            let site = live.site
            let ana = try await site.member("ana")
            let pending = try await site.publish(1, by: ana)
            #expect(
                try await live.announce(ana, pending.summary.infoHash).failure
                    == "This torrent waits for the approval of the staff: your client asks again by "
                    + "itself.")
            let _: StatsBody = try await site.call(
                Endpoints.adjustRatio, ana.id.rawValue,
                body: RatioAdjustment(bytesUp: 0, bytesDown: 10 << 30, reason: "debt"),
                as: site.admin)
            let open = try await site.publish(2, by: site.admin).summary.infoHash
            let refused = try await live.announce(ana, open, left: 40_000)
            #expect(refused.failure?.hasPrefix("You owe 6.0 GiB of upload") == true)
            // They may always seed.
            #expect(try await live.announce(ana, open, left: 0).failure == nil)
        }
    }

    @Test("nobody is sent to a port below 1024, and port 0 is no port")
    func ports() async throws {
        try await LiveSite.with { live in
            let admin = live.site.admin
            let hash = try await live.site.publish(1, by: admin).summary.infoHash
            for port in [0, 1, 25, 1023, 65_536] {
                let answer = try await live.tracker.announce(
                    admin.passkey, hash, peer: LiveSite.peer(admin), port: port)
                #expect(answer.failure?.isEmpty == false, "\(port)")
            }
        }
    }

    @Test("swarms are counted down when clients fall silent")
    func silence() async throws {
        try await LiveSite.with { live in
            let (site, admin) = (live.site, live.site.admin)
            let entry = try await site.publish(1, by: admin)
            try await live.announce(admin, entry.summary.infoHash)
            site.clock.advance(by: 1800 * 3)
            try await site.home.site.announcer.expireSilent()
            let again = try await site.signIn("admin", TestHome.adminPassword)
            let page = try await site.call(
                Endpoints.catalogEntry, entry.summary.id.rawValue, as: again)
            #expect(page.summary.seeders == 0)
        }
    }
}
