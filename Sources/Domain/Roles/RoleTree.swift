/// All roles of a community, and what each may do in the end.
///
/// 1. Effective = (what the parent holds, minus own denies) plus own grants.
/// 2. SuperAdmin holds everything, whatever is written in its row.
/// 3. A cycle, which the rules forbid, ends the walk: it never hangs and never widens a set.
package struct RoleTree: Sendable {
    private let byID: [RoleID: Role]

    package init(_ roles: some Sequence<Role>) {
        byID = Dictionary(roles.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    }

    package subscript(_ id: RoleID) -> Role? { byID[id] }

    /// Lightest first.
    package var roles: [Role] {
        byID.values.sorted { ($0.weight, $0.id) < ($1.weight, $1.id) }
    }

    /// The role itself, its parent, and so on up to the root.
    package func lineage(of id: RoleID) -> [Role] {
        var line: [Role] = []
        var seen: Set<RoleID> = []
        var next: RoleID? = id
        while let current = next, let role = byID[current], seen.insert(current).inserted {
            line.append(role)
            next = role.parent
        }
        return line
    }

    package func effective(_ id: RoleID) -> Set<Permission> {
        let line = lineage(of: id)
        return line.reversed().reduce(into: []) { held, role in
            held.subtract(role.denies)
            held.formUnion(role.isSuperAdmin ? Set(Permission.allCases) : role.grants)
        }
    }

    /// Where a permission of a role comes from, for the console to say.
    package func origin(of permission: Permission, in id: RoleID) -> PermissionOrigin {
        let line = lineage(of: id)
        guard let own = line.first else { return .absent }
        if own.isSuperAdmin { return .always }
        if own.grants.contains(permission) { return .grantedHere }
        if own.denies.contains(permission) { return .deniedHere }
        for ancestor in line.dropFirst() {
            if ancestor.isSuperAdmin || ancestor.grants.contains(permission) {
                return .inherited(from: ancestor.name)
            }
            if ancestor.denies.contains(permission) { return .absent }
        }
        return .absent
    }

    package func children(of id: RoleID) -> [Role] { roles.filter { $0.parent == id } }

    package func replacing(_ role: Role) -> RoleTree {
        var changed = byID
        changed[role.id] = role
        return RoleTree(changed.values)
    }

    /// Whether walking up from `id` comes back to where it has been.
    package func hasCycle(through id: RoleID) -> Bool {
        guard let last = lineage(of: id).last else { return false }
        return last.parent.map { byID[$0] != nil } ?? false
    }
}
