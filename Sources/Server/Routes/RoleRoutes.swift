import API
import Domain
import Service

/// Access levels, and what they may grant.
struct RoleRoutes {
    let site: Site

    func mount(on router: EndpointRouter) {
        let (roles, announcer, body) = (site.roles, site.announcer, body)
        let settings = site.settings
        router.signed(Endpoints.roles) { _, _ in
            let tree = try await roles.tree()
            let (counts, current) = (try await roles.userCounts(), try await settings.current())
            return Page(
                items: tree.roles.map {
                    RoleBody($0, in: tree, users: counts[$0.id] ?? 0, current)
                },
                total: tree.roles.count)
        }
        router.signed(Endpoints.permissions) { _, _ in
            Page(
                items: Permission.allCases.map {
                    PermissionBody(name: $0, meaning: $0.meaning)
                }, total: Permission.allCases.count)
        }
        router.permitted(Endpoints.createRole) { call, caller in
            let draft = RoleDraft(
                name: call.body.name, weight: call.body.weight,
                parent: call.body.parentId.map { .to($0) },
                grants: try Set(named: call.body.grants, in: "grants"),
                denies: try Set(named: call.body.denies, in: "denies"),
                limits: RoleLimitsChange(
                    requiredRatio: call.body.requiredRatio.map { .to($0) },
                    graceBytes: call.body.graceBytes.map { .to($0) },
                    downloadSlots: call.body.downloadSlots.map { .to($0) }))
            return try await body(try await roles.create(draft, by: caller.actor))
        }
        router.permitted(Endpoints.changeRole) { call, caller in
            let draft = RoleDraft(
                name: call.body.name, weight: call.body.weight, parent: call.body.parentId,
                grants: try call.body.grants.map { try Set(named: $0, in: "grants") },
                denies: try call.body.denies.map { try Set(named: $0, in: "denies") },
                limits: RoleLimitsChange(
                    requiredRatio: call.body.requiredRatio, graceBytes: call.body.graceBytes,
                    downloadSlots: call.body.downloadSlots))
            try await roles.change(call.id(), draft, by: caller.actor)
            try await announcer.reviewAll()
            return try await body(call.id())
        }
        router.permitted(Endpoints.deleteRole) { call, caller in
            try await roles.delete(
                call.id(), movingUsersTo: call.body.moveUsersTo, by: caller.actor)
            try await announcer.reviewAll()
            return Nothing()
        }
    }

    private var body: @Sendable (RoleID) async throws -> RoleBody {
        let (roles, settings) = (site.roles, site.settings)
        return { id in
            let tree = try await roles.tree()
            guard let role = tree[id] else { throw ServiceError.notFound("role") }
            return RoleBody(
                role, in: tree, users: try await roles.userCounts()[id] ?? 0,
                try await settings.current())
        }
    }
}

extension RoleBody {
    fileprivate init(
        _ role: Role, in tree: RoleTree, users: Int, _ settings: CommunitySettings
    ) {
        self.init(
            id: role.id, name: role.name.rawValue, weight: role.weight, parentId: role.parent,
            grants: role.grants.sorted(), denies: role.denies.sorted(),
            effective: tree.effective(role.id).sorted(), isSuperAdmin: role.isSuperAdmin,
            users: users, own: role.limits,
            limits: RoleLimitsBody(MemberLimits(tree.limits(of: role.id), settings)))
    }
}
