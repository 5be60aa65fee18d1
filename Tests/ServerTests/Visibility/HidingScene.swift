import API
import Domain
import Service
import Testing

/// A community with one open entry and one of each kind that does not exist for a common member:
/// above their weight, pending, rejected and deleted. Everything about the hidden ones bears a mark.
struct HidingScene: Sendable {
    /// Stands in every title, description, tag and reason of what is hidden, and nowhere else.
    static let mark = "segredo"

    let live: LiveSite
    /// Weight 200, and every permission that reads or changes, but that of approving.
    let mia: Member
    /// Weight 200, and approves: pending and rejected entries exist for them.
    let zeca: Member
    /// Weight 400: sees and moves what is above the others.
    let sara: Member
    let open, above, pending, rejected, deleted: CatalogDetail

    var site: TestSite { live.site }

    /// What is hidden from Mia; its torrents by their numbers.
    var hidden: [(entry: CatalogDetail, torrent: Int)] {
        [(above, 2), (pending, 3), (rejected, 4), (deleted, 5)]
    }

    /// What is hidden from Zeca, though they may approve.
    var hiddenFromApprovers: [CatalogDetail] { [above, deleted] }

    static func with(_ test: @escaping @Sendable (HidingScene) async throws -> Void) async throws {
        try await LiveSite.with { try await test(try await HidingScene($0)) }
    }

    private init(_ live: LiveSite) async throws {
        self.live = live
        let site = live.site
        mia = try await site.member(
            "mia",
            role: try await Self.role(
                "Vigia", site,
                [
                    .statsRead, .usersRead, .usersManage, .usersBan, .auditRead, .ratioAdjust,
                    .catalogEdit, .catalogDelete, .evidenceReview,
                ]))
        zeca = try await site.member(
            "zeca",
            role: try await Self.role("Zelador", site, [.uploadsApprove, .catalogDelete]))
        sara = try await site.member("sara", role: BuiltInRoles.supervisor)
        let bia = try await site.member("bia")
        open = try await site.publish(1, title: "Plano aberto", tags: ["plano"], by: site.admin)
        above = try await Self.publish(2, weight: 400, by: site.admin, site)
        pending = try await Self.publish(3, by: bia, site)
        rejected = try await Self.publish(4, by: bia, site)
        deleted = try await Self.publish(5, by: site.admin, site)
        let reason = ReasonBody(reason: Self.mark)
        try await site.call(
            Endpoints.reject, rejected.summary.id.rawValue, body: reason, as: site.admin)
        try await live.announce(sara, above.summary.infoHash, left: 40_000)
        try await live.announce(sara, above.summary.infoHash, up: 77, left: 40_000, event: nil)
        try await live.announce(sara, deleted.summary.infoHash, left: 40_000)
        try await site.call(
            Endpoints.deleteEntry, deleted.summary.id.rawValue, body: reason, as: site.admin)
    }

    private static func role(_ name: String, _ site: TestSite, _ grants: Set<Permission>)
        async throws -> RoleID
    {
        try await site.call(
            Endpoints.createRole,
            body: NewRole(
                name: name, weight: try #require(RoleWeight(200)), parentId: BuiltInRoles.member,
                grants: grants.sorted()), as: site.admin
        ).id
    }

    private static func publish(
        _ number: Int, weight: Int = 0, by member: Member, _ site: TestSite
    ) async throws -> CatalogDetail {
        try await site.publish(
            number, title: "Segredo \(number)", description: "um segredo", tags: ["segredo"],
            weight: weight, by: member)
    }

    /// That nothing of what is hidden is in the answer.
    func expectSilence(_ reply: HTTPReply, _ comment: Comment? = nil) {
        let text = reply.text.lowercased()
        #expect(!text.contains(Self.mark), comment)
        for (entry, _) in hidden {
            #expect(!text.contains(entry.summary.infoHash.description.lowercased()), comment)
        }
    }

    /// That the endpoint answers for each of these entries as for an id that never was.
    func expectAbsent<Query, Body, Reply>(
        _ endpoint: Endpoint<Query, Body, Reply>, _ entries: [CatalogDetail], body: Body? = nil,
        as member: Member
    ) async throws {
        let absent = try await site.send(endpoint, [999_999], body: body, as: member)
        #expect(absent.status == 404, "\(absent.text)")
        for entry in entries {
            let reply = try await site.send(
                endpoint, [entry.summary.id.rawValue], body: body, as: member)
            #expect(reply.status == 404 && reply.text == absent.text, "\(reply.text)")
        }
    }
}
