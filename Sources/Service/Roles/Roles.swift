package import Domain

package protocol RoleStore: Sendable {
    func tree() async throws -> RoleTree
    func userCounts() async throws -> [RoleID: Int]
    /// The id of `role` is ignored; the new one is answered. Throws `.duplicate` on a taken name.
    func create(_ role: Role, audit: AuditEntry) async throws -> RoleID
    /// Changes the row only while the whole tree still equals `expected`, else throws `.gone`:
    /// two edits that are each harmless could make a cycle together.
    func change(_ role: Role, expecting expected: RoleTree, audit: AuditEntry) async throws
    /// Throws `.roleInUse` when it has users and `target` is `nil`.
    func delete(_ id: RoleID, movingUsersTo target: RoleID?, audit: AuditEntry) async throws
}

/// A role as somebody wants it.
package struct RoleDraft: Hashable, Sendable {
    package var name: String?
    package var weight: RoleWeight?
    package var parent: ParentChange?
    package var grants: Set<Permission>?
    package var denies: Set<Permission>?
    package var limits: RoleLimitsChange

    package init(
        name: String? = nil, weight: RoleWeight? = nil, parent: ParentChange? = nil,
        grants: Set<Permission>? = nil, denies: Set<Permission>? = nil,
        limits: RoleLimitsChange = RoleLimitsChange()
    ) {
        self.name = name
        self.weight = weight
        self.parent = parent
        self.grants = grants
        self.denies = denies
        self.limits = limits
    }
}

/// Making and changing access levels while the community runs.
package struct Roles: Sendable {
    private let store: any RoleStore
    private let notices: NoticeBoard
    private let clock: Clock

    package init(store: any RoleStore, notices: NoticeBoard, clock: Clock) {
        self.store = store
        self.notices = notices
        self.clock = clock
    }

    package func tree() async throws -> RoleTree { try await store.tree() }

    package func userCounts() async throws -> [RoleID: Int] { try await store.userCounts() }

    package func create(_ draft: RoleDraft, by actor: Actor) async throws -> RoleID {
        guard let weight = draft.weight else {
            throw ServiceError.invalid(field: "weight", "A role needs a weight.")
        }
        let tree = try await store.tree()
        let role = Role(
            id: RoleID(-1), name: try name(draft.name ?? ""), weight: weight,
            parent: draft.parent?.role, grants: draft.grants ?? [], denies: draft.denies ?? [],
            limits: try draft.limits.applied(to: .none))
        try refuse(Conduct.objection(to: actor, changing: nil, to: role, in: tree))
        let audit = AuditEntry(
            actor, "role.created", "role \(role.name)", after: words(role, tree), at: clock.now(),
            in: tree)
        let id = try await naming(role) { try await store.create(role, audit: audit) }
        notices.post(Notice(.rolesChanged, to: .everyone))
        return id
    }

    package func change(_ id: RoleID, _ draft: RoleDraft, by actor: Actor) async throws {
        let tree = try await store.tree()
        guard let old = tree[id] else { throw ServiceError.notFound("role") }
        var new = old
        if let text = draft.name { new.name = try name(text) }
        if let weight = draft.weight { new.weight = weight }
        if let parent = draft.parent { new.parent = parent.role }
        if let grants = draft.grants { new.grants = grants }
        if let denies = draft.denies { new.denies = denies }
        new.limits = try draft.limits.applied(to: old.limits)
        try refuse(Conduct.objection(to: actor, changing: old, to: new, in: tree))
        let audit = AuditEntry(
            actor, "role.changed", "role \(old.name)", before: words(old, tree),
            after: words(new, tree), at: clock.now(), in: tree)
        try await naming(new) { try await store.change(new, expecting: tree, audit: audit) }
        notices.post(Notice(.rolesChanged, to: .everyone))
        notices.post(Notice(.meChanged, to: .everyone))
    }

    package func delete(_ id: RoleID, movingUsersTo target: RoleID?, by actor: Actor) async throws {
        let tree = try await store.tree()
        guard let role = tree[id] else { throw ServiceError.notFound("role") }
        let users = try await store.userCounts()[id] ?? 0
        try refuse(
            Conduct.objection(
                to: actor, deleting: role, in: tree, users: users,
                movingTo: target.flatMap { tree[$0] }))
        if let target, tree[target] == nil {
            throw ServiceError.invalid(
                field: "move_users_to", "There is no role with this id.")
        }
        let audit = AuditEntry(
            actor, "role.deleted", "role \(role.name)", before: words(role, tree),
            after: target.flatMap { tree[$0] }.map { "members moved to \($0.name)" },
            at: clock.now(), in: tree)
        do {
            try await naming(role) {
                try await store.delete(id, movingUsersTo: target, audit: audit)
            }
        } catch StoreFailure.roleInUse(let users) {
            throw ServiceError.objected(.roleInUse(users: users))
        }
        notices.post(Notice(.rolesChanged, to: .everyone))
        notices.post(Notice(.meChanged, to: .everyone))
    }

    private func naming<T>(_ role: Role, _ work: () async throws -> T) async throws -> T {
        do {
            return try await work()
        } catch StoreFailure.duplicate {
            throw ServiceError.conflict(
                code: "name_taken", "There is a role named \(role.name) already.")
        } catch StoreFailure.looksLike(let other) {
            throw ServiceError.conflict(
                code: "name_looks_alike",
                "The name \(role.name) could be taken for \(other), which there is already.")
        } catch StoreFailure.gone {
            throw ServiceError.conflict(
                code: "roles_changed", "Somebody else changed the roles meanwhile; look again.")
        }
    }

    private func name(_ text: String) throws -> RoleName {
        guard let name = RoleName(rawValue: text) else {
            throw ServiceError.invalid(
                field: "name", "A role's name has 1 to 40 characters on one line.")
        }
        return name
    }

    private func refuse(_ objection: Objection?) throws {
        if let objection { throw ServiceError.objected(objection) }
    }

    private func words(_ role: Role, _ tree: RoleTree) -> String {
        let parent = role.parent.flatMap { tree[$0]?.name.rawValue } ?? "none"
        let grants = role.grants.sorted().map(\.rawValue).joined(separator: " ")
        let denies = role.denies.sorted().map(\.rawValue).joined(separator: " ")
        return "\(role.name), weight \(role.weight.value), parent \(parent), "
            + "grants [\(grants)], denies [\(denies)]\(role.limits.words)"
    }
}
