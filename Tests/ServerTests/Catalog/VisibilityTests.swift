import API
import Domain
import Service
import Testing

/// A Member never sees what is for Supervisors: one test for each path.
@Suite(.everyEngine) struct VisibilityTests {
    private struct Scene: Sendable {
        let live: LiveSite
        let mia, sara: Member
        let hidden, open: CatalogDetail

        var site: TestSite { live.site }
        var id: Int64 { hidden.summary.id.rawValue }
    }

    /// Mia is a Member, Sara a Supervisor; of two entries one is for Supervisors.
    private func scene(_ test: @escaping @Sendable (Scene) async throws -> Void) async throws {
        try await LiveSite.with { live in
            let site = live.site
            let scene = Scene(
                live: live, mia: try await site.member("mia"),
                sara: try await site.member("sara", role: BuiltInRoles.supervisor),
                hidden: try await site.publish(
                    1, title: "Plano secreto", weight: 400, by: site.admin),
                open: try await site.publish(2, title: "Plano aberto", by: site.admin))
            try await test(scene)
        }
    }

    @Test("not in the list or the search, in any order")
    func list() async throws {
        try await scene { scene in
            for text in ["", "plano", "secreto"] {
                for sort in CatalogSort.allCases {
                    let query = CatalogQuery(q: text, sort: sort)
                    let seen = try await scene.site.call(
                        Endpoints.catalog, query: query, as: scene.mia)
                    #expect(!seen.items.contains { $0.id == scene.hidden.summary.id })
                    let all = try await scene.site.call(
                        Endpoints.catalog, query: query, as: scene.sara)
                    #expect(all.items.contains { $0.id == scene.hidden.summary.id })
                }
            }
        }
    }

    @Test("not in the total")
    func total() async throws {
        try await scene { scene in
            let seen = try await scene.site.search("plano", as: scene.mia)
            #expect(seen.total == 1)
            #expect(try await scene.site.search("secreto", as: scene.mia).total == 0)
            #expect(try await scene.site.search("plano", as: scene.sara).total == 2)
        }
    }

    @Test("not as a page, with its files: the answer is that of an id that never was")
    func page() async throws {
        try await scene { scene in
            let hidden = try await scene.site.send(
                Endpoints.catalogEntry, [scene.id], as: scene.mia)
            let absent = try await scene.site.send(Endpoints.catalogEntry, [999], as: scene.mia)
            #expect(hidden.status == 404)
            #expect(hidden.text == absent.text)
            let shown = try await scene.site.call(Endpoints.catalogEntry, scene.id, as: scene.sara)
            #expect(shown.files.count == 1)
        }
    }

    @Test("not as a .torrent")
    func torrentFile() async throws {
        try await scene { scene in
            let answer = try await scene.site.refusal(
                Endpoints.torrentFile, scene.id, as: scene.mia)
            #expect(answer.code == "not_found")
            let shown = try await scene.site.send(
                Endpoints.torrentFile, [scene.id], as: scene.sara)
            #expect(shown.status == 200)
        }
    }

    @Test("not to staff that may approve or delete but stands lower")
    func staff() async throws {
        try await scene { scene in
            let site = scene.site
            let low = try await site.call(
                Endpoints.createRole,
                body: NewRole(
                    name: "Zelador", weight: try #require(RoleWeight(300)),
                    parentId: BuiltInRoles.member, grants: [.uploadsApprove, .catalogDelete]),
                as: site.admin)
            let zeca = try await site.member("zeca", role: low.id)
            let pending = try await site.publish(3, title: "À espera", weight: 400, by: scene.sara)
            let id = pending.summary.id.rawValue
            let reason = ReasonBody(reason: "x")
            #expect(try await site.search("", status: .pending, as: zeca).total == 0)
            #expect(try await site.refusal(Endpoints.approve, id, as: zeca).status == 404)
            #expect(
                try await site.refusal(Endpoints.reject, id, body: reason, as: zeca).status == 404)
            #expect(
                try await site.refusal(Endpoints.deleteEntry, scene.id, body: reason, as: zeca)
                    .status == 404)
        }
    }

    @Test("not by name in what a member moved, once they may not see it any more")
    func shares() async throws {
        try await scene { scene in
            let (site, live, sara) = (scene.site, scene.live, scene.sara)
            let hash = scene.hidden.summary.infoHash
            try await live.announce(sara, hash, left: 40_000)
            try await live.announce(sara, hash, down: 40_000, event: "completed")
            let id = sara.id.rawValue
            let before = try await site.call(Endpoints.shares, id, as: sara)
            #expect(before.items.map(\.title) == ["Plano secreto"])
            #expect(before.items.map(\.bytesDown.bytes) == [40_000])
            let _: UserBody = try await site.call(
                Endpoints.changeUser, id, body: UserPatch(roleId: BuiltInRoles.member),
                as: site.admin)
            let after = try await site.call(Endpoints.shares, id, as: sara)
            #expect(after.items.map(\.title) == [nil])
            #expect(after.items.map(\.catalogId) == [nil])
            #expect(after.items.map(\.bytesDown.bytes) == [40_000])
            // Who reads the statistics of others sees no more by it.
            let reader = try await site.call(
                Endpoints.createRole,
                body: NewRole(
                    name: "Leitor", weight: try #require(RoleWeight(200)),
                    parentId: BuiltInRoles.member, grants: [.statsRead]), as: site.admin)
            let leo = try await site.member("leo", role: reader.id)
            #expect(try await site.call(Endpoints.shares, id, as: leo).items.map(\.title) == [nil])
        }
    }

    @Test("not in the event stream, whatever happens to it")
    func events() async throws {
        try await scene { scene in
            let (site, live) = (scene.site, scene.live)
            let mia = try await live.events(as: scene.mia)
            let sara = try await live.events(as: scene.sara)
            let pending = try await site.publish(3, title: "À espera", weight: 400, by: scene.sara)
            try await site.call(Endpoints.approve, pending.summary.id.rawValue, as: site.admin)
            try await live.announce(scene.sara, pending.summary.infoHash)
            try await site.call(
                Endpoints.deleteEntry, pending.summary.id.rawValue,
                body: ReasonBody(reason: "x"), as: site.admin)
            // What comes last is for both, so neither reader waits for what does not come.
            try await site.publish(4, title: "Para todos", by: site.admin)
            try await site.call(
                Endpoints.deleteEntry, scene.open.summary.id.rawValue,
                body: ReasonBody(reason: "end"), as: site.admin)

            let seen = try await mia.events(until: .catalogDeleted)
            #expect(seen.map(\.kind) == [.catalogApproved, .catalogDeleted])
            #expect(seen.map(\.title) == ["Para todos", "Plano aberto"])
            let all = try await sara.events(until: .catalogDeleted)
            #expect(all.contains { $0.kind == .catalogApproved && $0.title == "À espera" })
            #expect(all.contains { $0.kind == .swarmChanged })
        }
    }

    @Test("not in the event stream of a role that has the weight but may not read the catalog")
    func eventsWithoutReading() async throws {
        try await scene { scene in
            let (site, live) = (scene.site, scene.live)
            let blind = try await site.call(
                Endpoints.createRole,
                body: NewRole(
                    name: "Cego", weight: try #require(RoleWeight(900)),
                    parentId: BuiltInRoles.guest, denies: [.catalogRead]), as: site.admin)
            let ugo = try await live.events(as: try await site.member("ugo", role: blind.id))
            try await site.publish(4, by: site.admin)
            let _: RoleBody = try await site.call(
                Endpoints.changeRole, BuiltInRoles.guest.rawValue, body: RolePatch(name: "Visita"),
                as: site.admin)
            #expect(try await ugo.events(until: .rolesChanged).map(\.kind) == [.rolesChanged])
        }
    }

    @Test("not at the announce: the refusal is that of a torrent that never was")
    func announce() async throws {
        try await scene { scene in
            let hidden = try await scene.live.announce(scene.mia, scene.hidden.summary.infoHash)
            let absent = try await scene.live.announce(
                scene.mia, try #require(InfoHash([UInt8](repeating: 9, count: 20))))
            #expect(hidden.failure == "This torrent is not in the catalog.")
            #expect(hidden.bytes == absent.bytes)
            let shown = try await scene.live.announce(scene.sara, scene.hidden.summary.infoHash)
            #expect(shown.failure == nil)
        }
    }

    @Test("not in a scrape")
    func scrape() async throws {
        try await scene { scene in
            let hashes = [scene.hidden, scene.open].map(\.summary.infoHash)
            try await scene.live.announce(scene.sara, hashes[0])
            let tracker = scene.live.tracker
            let mia = try await tracker.scrape(scene.mia.passkey, hashes)
            #expect(Array(mia.files.keys) == [hashes[1]])
            let sara = try await tracker.scrape(scene.sara.passkey, hashes)
            #expect(sara.files.count == 2)
        }
    }

    @Test("not as a peer: who may not see it any more is named to nobody")
    func peers() async throws {
        try await scene { scene in
            let (site, live) = (scene.site, scene.live)
            let hash = scene.hidden.summary.infoHash
            let sue = try await site.member("sue", role: BuiltInRoles.supervisor)
            try await live.announce(scene.sara, hash, left: 7)
            #expect(try await live.announce(sue, hash).peers == [LiveSite.compact(scene.sara)])
            let _: UserBody = try await site.call(
                Endpoints.changeUser, scene.sara.id.rawValue,
                body: UserPatch(roleId: BuiltInRoles.member), as: site.admin)
            #expect(try await live.announce(sue, hash).peers == [])
            let page = try await site.call(Endpoints.catalogEntry, scene.id, as: sue)
            #expect(page.summary.leechers == 0)
            #expect(try await live.announce(scene.sara, hash).failure != nil)
        }
    }

    @Test("not as a peer after its role was changed for all")
    func peersOfARole() async throws {
        try await scene { scene in
            let (site, live) = (scene.site, scene.live)
            let hash = scene.hidden.summary.infoHash
            try await live.announce(scene.sara, hash, left: 7)
            #expect(
                try await live.announce(site.admin, hash).peers == [LiveSite.compact(scene.sara)])
            let _: RoleBody = try await site.call(
                Endpoints.changeRole, BuiltInRoles.supervisor.rawValue,
                body: RolePatch(weight: RoleWeight(399)), as: site.admin)
            #expect(try await live.announce(site.admin, hash).peers == [])
        }
    }

    @Test("not in the audit log")
    func audit() async throws {
        try await scene { scene in
            let site = scene.site
            let ada = try await site.member("ada", role: BuiltInRoles.admin)
            let top = try await site.publish(3, title: "Só para nós", weight: 1000, by: site.admin)
            try await site.call(
                Endpoints.deleteEntry, top.summary.id.rawValue, body: ReasonBody(reason: "x"),
                as: site.admin)
            let seen = try await site.call(Endpoints.audit, as: ada)
            #expect(!seen.items.contains { $0.subject.contains("Só para nós") })
            let all = try await site.call(Endpoints.audit, as: site.admin)
            #expect(all.items.contains { $0.subject.contains("Só para nós") })
        }
    }
}
