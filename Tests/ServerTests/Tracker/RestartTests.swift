import API
import Domain
import Service
import Testing

@Suite(.everyEngine) struct RestartTests {
    private struct Before: Sendable {
        let admin, ana: Member
        let entry: CatalogDetail
    }

    /// Runs a server in which the admin seeds and Ana leeches, and ends it.
    private func before(_ home: TestHome) async throws -> Before {
        let (stream, continuation) = AsyncStream.makeStream(of: Before.self)
        try await TestSite.with(home) { site in
            let ana = try await site.member("ana")
            let entry = try await site.publish(1, by: site.admin)
            try await home.listening { ports in
                let live = LiveSite(site: site, ports: ports)
                try await live.announce(site.admin, entry.summary.infoHash)
                try await live.announce(ana, entry.summary.infoHash, left: 40_000)
                try await live.announce(
                    ana, entry.summary.infoHash, down: 10_000, left: 30_000, event: nil)
            }
            continuation.yield(Before(admin: site.admin, ana: ana, entry: entry))
        }
        for await before in stream { return before }
        throw CancellationError()
    }

    @Test("the first answer after a restart has peers, and no byte is lost or counted twice")
    func peers() async throws {
        let home = try await TestHome()
        let before = try await before(home)
        let hash = before.entry.summary.infoHash
        try await LiveSite.with(try await TestHome(folder: home.folder, clock: home.clock)) {
            live in
            let site = live.site
            let bia = try await site.member("bia")
            let answer = try await live.announce(bia, hash, left: 40_000)
            #expect(answer.counts == TrackerReply.Counts(seeders: 1, leechers: 2))
            #expect(
                answer.peers == [LiveSite.compact(before.admin), LiveSite.compact(before.ana)])
            let scrape = try await live.tracker.scrape(bia.passkey, [hash])
            #expect(scrape.failure == nil)
            // The session goes on where it was: only what is new is credited.
            try await live.announce(
                before.ana, hash, down: 40_000, left: 0, event: "completed")
            let stats = try await site.call(
                Endpoints.stats, before.ana.id.rawValue, as: site.admin)
            #expect(stats.bytesDown.bytes == 40_000)
            // A token from before the restart is as good as before.
            try await site.call(Endpoints.me, as: before.ana)
        }
    }

    @Test("who was banned meanwhile is not told to anybody")
    func banned() async throws {
        let home = try await TestHome()
        let before = try await before(home)
        let next = try await TestHome(folder: home.folder, clock: home.clock)
        try await LiveSite.with(next) { live in
            let _: UserBody = try await live.site.call(
                Endpoints.banUser, before.ana.id.rawValue, body: BanBody(reason: "x"),
                as: live.site.admin)
            let answer = try await live.announce(before.admin, before.entry.summary.infoHash)
            #expect(answer.peers == [])
            #expect(answer.counts.leechers == 0)
        }
    }

    @Test("a swarm that fell silent while the server was down is not listed for ever")
    func silence() async throws {
        let home = try await TestHome()
        let before = try await before(home)
        home.clock.advance(by: 1800 * 3)
        let next = try await TestHome(folder: home.folder, clock: home.clock)
        try await LiveSite.with(next) { live in
            let site = live.site
            let id = before.entry.summary.id.rawValue
            try await next.site.announcer.expireSilent()
            let page = try await site.call(Endpoints.catalogEntry, id, as: site.admin)
            #expect([page.summary.seeders, page.summary.leechers] == [0, 0])
        }
    }
}
