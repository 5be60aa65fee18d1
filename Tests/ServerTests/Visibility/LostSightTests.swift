import API
import Domain
import Service
import Testing

/// What somebody could see and may not see any more. Each path has its test in
/// `VisibilityTableTests`.
@Suite(.everyEngine) struct LostSightTests {
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
}
