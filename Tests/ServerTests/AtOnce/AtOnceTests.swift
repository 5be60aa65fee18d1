import API
import Domain
import Service
import Store
import Testing

/// Each act × what it must act on. No answer here waits for a clock: that of the community stands
/// still, and a stream's next beat would come without the event that is asked for.
@Suite(.everyEngine) struct AtOnceTests {
    /// Ana and Sue are Supervisors; Ana is in the middle of a download that Sue seeds.
    private struct Scene: Sendable {
        let live: LiveSite
        let ana, sue: Member
        let entry: CatalogSummary

        var site: TestSite { live.site }
        var hash: InfoHash { entry.infoHash }
    }

    private func scene(_ test: @escaping @Sendable (Scene) async throws -> Void) async throws {
        try await LiveSite.with { live in
            let site = live.site
            let ana = try await site.member("ana", role: BuiltInRoles.supervisor)
            let sue = try await site.member("sue", role: BuiltInRoles.supervisor)
            let entry = try await site.publish(1, title: "Oculto", weight: 400, by: site.admin)
            let scene = Scene(live: live, ana: ana, sue: sue, entry: entry.summary)
            try await live.announce(ana, scene.hash, left: 40_000)
            try await live.announce(ana, scene.hash, down: 10_000, left: 30_000, event: nil)
            #expect(try await live.announce(sue, scene.hash).peers == [LiveSite.compact(ana)])
            try await test(scene)
        }
    }

    @Test("on a token that is out already", arguments: SuddenAct.allCases)
    func token(_ act: SuddenAct) async throws {
        try await scene { scene in
            let (site, ana) = (scene.site, scene.ana)
            let bia = try await site.member("bia")
            // Supervisors read the ratios of others.
            try await site.call(Endpoints.stats, bia.id.rawValue, as: ana)
            try await act.perform(on: ana, site)
            let me = try await site.send(Endpoints.me, [], as: ana)
            #expect(me.status == (act.keepsSession ? 200 : 401))
            let stats = try await site.send(Endpoints.stats, [bia.id.rawValue], as: ana)
            let expected = act == .demotion ? 403 : act.keepsSession ? 200 : 401
            #expect(stats.status == expected)
            let page = try await site.send(
                Endpoints.catalogEntry, [scene.entry.id.rawValue], as: ana)
            #expect(page.status == (act == .demotion ? 404 : expected))
            let again = try await site.send(
                Endpoints.refresh, [], body: RefreshRequest(refreshToken: ana.refresh))
            #expect(again.status == (act.keepsSession ? 200 : 401))
            // Nobody else's is touched.
            try await site.call(Endpoints.me, as: scene.sue)
        }
    }

    @Test("on an open event stream", arguments: SuddenAct.allCases)
    func stream(_ act: SuddenAct) async throws {
        try await scene { scene in
            let (site, live) = (scene.site, scene.live)
            let stream = try await live.events(as: scene.ana)
            let other = try await live.events(as: scene.sue)
            try await act.perform(on: scene.ana, site)
            if !act.keepsSession {
                let last = try #require(try await stream.eventsToTheEnd().last)
                #expect(last.kind == act.lastEvent.kind && last.reason == act.lastEvent.reason)
            }
            try await site.publish(2, title: "Mais um oculto", weight: 400, by: site.admin)
            try await site.publish(3, title: "Aberto", by: site.admin)
            if act.keepsSession {
                var seen = try await stream.events(until: .catalogApproved)
                #expect(seen.contains { $0.kind == act.lastEvent.kind })
                seen.removeAll { $0.kind != .catalogApproved }
                #expect(
                    seen.map(\.title) == [act == .demotion ? "Aberto" : "Mais um oculto"])
            }
            // Others go on, and none is told that a session of somebody else ended.
            let told = try await other.events(until: .catalogApproved).map(\.kind)
            #expect(told.last == .catalogApproved && !told.contains(.sessionEnded))
        }
    }

    @Test("at the tracker, in the middle of a download", arguments: SuddenAct.allCases)
    func tracker(_ act: SuddenAct) async throws {
        try await scene { scene in
            let (site, live, ana) = (scene.site, scene.live, scene.ana)
            try await act.perform(on: ana, site)
            let isOut = act.trackerSays != nil
            // Nobody is sent to them, before they announce again and after it.
            for _ in 0..<2 {
                let peers = try await live.announce(scene.sue, scene.hash).peers
                #expect(peers == (isOut ? [] : [LiveSite.compact(ana)]))
                let reply = try await live.announce(
                    ana, scene.hash, down: 20_000, left: 20_000, event: nil)
                #expect(reply.failure == act.trackerSays)
                #expect(reply.peers.isEmpty || !isOut)
            }
            let page = try await site.call(
                Endpoints.catalogEntry, scene.entry.id.rawValue, as: site.admin)
            #expect([page.summary.seeders, page.summary.leechers] == [1, isOut ? 0 : 1])
            // A scrape learns no more than an announce.
            let scrape = try await live.tracker.scrape(ana.passkey, [scene.hash])
            #expect(scrape.files.isEmpty == isOut)
            // What was refused was not booked, and what was booked before stays.
            let totals = try await site.home.store.verifyTotals()
            #expect(totals.isEmpty)
        }
    }

    @Test(
        "a restart of the server brings back nobody who was put out", arguments: SuddenAct.allCases)
    func restart(_ act: SuddenAct) async throws {
        try await scene { scene in
            try await act.perform(on: scene.ana, scene.site)
            // A tracker that has just started fills its swarms from the ledger.
            try await scene.site.home.site.announcer.reviewAll()
            let peers = try await scene.live.announce(scene.sue, scene.hash).peers
            #expect(peers.isEmpty == (act.trackerSays != nil))
        }
    }

    @Test("a ban that passes is over by itself, for tokens to come and for the tracker")
    func passes() async throws {
        try await scene { scene in
            let (site, live, ana) = (scene.site, scene.live, scene.ana)
            try await SuddenAct.passingBan.perform(on: ana, site)
            #expect(try await live.announce(ana, scene.hash, left: 5).failure != nil)
            site.clock.advance(by: 60)
            #expect(try await live.announce(ana, scene.hash, left: 5).failure == nil)
            #expect(
                try await live.announce(scene.sue, scene.hash).peers == [LiveSite.compact(ana)])
            let again = try await site.signIn("ana", ana.password)
            try await site.call(Endpoints.me, as: again)
            // What it ended stays ended.
            #expect(try await site.refusal(Endpoints.me, as: ana).status == 401)
        }
    }

    @Test("a new passkey announces as the old one did, and brings its owner back into swarms")
    func newPasskey() async throws {
        try await scene { scene in
            let (site, live) = (scene.site, scene.live)
            try await SuddenAct.passwordChange.perform(on: scene.ana, site)
            let ana = try await site.signIn("ana", "outra senha")
            #expect(ana.passkey != scene.ana.passkey)
            #expect(try await live.announce(ana, scene.hash, left: 5).failure == nil)
            #expect(
                try await live.announce(scene.sue, scene.hash).peers == [LiveSite.compact(ana)])
        }
    }

    @Test("a refresh token that is used twice ends the streams of its session")
    func reuse() async throws {
        try await scene { scene in
            let (site, ana) = (scene.site, scene.ana)
            let other = try await site.signIn("ana", ana.password)
            let stream = try await scene.live.events(as: ana)
            let stays = try await scene.live.events(as: other)
            let first = RefreshRequest(refreshToken: ana.refresh)
            try await site.call(Endpoints.refresh, body: first)
            site.clock.advance(by: SignIn.raceSeconds)
            #expect(try await site.refusal(Endpoints.refresh, body: first).status == 401)
            #expect(try await stream.eventsToTheEnd().last?.kind == .sessionEnded)
            try await site.publish(2, title: "Aberto", by: site.admin)
            let told = try await stays.events(until: .catalogApproved).map(\.kind)
            #expect(told == [.catalogApproved])
        }
    }
}
