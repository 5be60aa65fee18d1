package import Domain

/// A role that is being made or changed.
package struct RoleFormState: Equatable, Sendable {
    package enum Stop: Hashable, Sendable {
        case name, weight, parent
        case permission(Permission)
    }

    /// The role as it was; `nil` for a new one.
    package let original: Role?
    package var name: TextField
    package var weight: TextField
    package var parent: RoleID?
    package var grants: Set<Permission>
    package var denies: Set<Permission>
    package var focus = Stop.name
    package var scroll = ListCursor()
    package var isBusy = false
    package var failure: Phrase?

    /// No role of a server has it: ids there begin at 1.
    package static let newID = RoleID(0)

    package init(changing role: Role) {
        original = role
        name = TextField(role.name.rawValue)
        weight = TextField(String(role.weight.value))
        parent = role.parent
        grants = role.grants
        denies = role.denies
    }

    /// A role under `parent`, a little lighter than it.
    package init(under parent: Role?) {
        original = nil
        name = TextField()
        weight = TextField(String(max(1, (parent?.weight.value ?? 100) - 50)))
        self.parent = parent?.id
        grants = []
        denies = []
    }

    package static let permissions = Permission.allCases
    package static let stops: [Stop] =
        [.name, .weight, .parent] + permissions.map { .permission($0) }

    /// `nil` while the name or the weight is none.
    package var role: Role? {
        guard let name = RoleName(rawValue: name.text),
            let weight = Int(weight.text.filter { !$0.isWhitespace }).flatMap({ RoleWeight($0) })
        else { return nil }
        return Role(
            id: original?.id ?? Self.newID, name: name, weight: weight, parent: parent,
            grants: grants, denies: denies, limits: original?.limits ?? .none,
            isSuperAdmin: original?.isSuperAdmin ?? false)
    }

    /// What stands for the role while it is being typed, to show what it would inherit.
    package func draft(in tree: RoleTree) -> RoleTree {
        let fallback = RoleName(rawValue: "…").map { placeholder in
            Role(
                id: original?.id ?? Self.newID, name: placeholder, weight: .guest, parent: parent,
                grants: grants, denies: denies, limits: original?.limits ?? .none,
                isSuperAdmin: original?.isSuperAdmin ?? false)
        }
        return (role ?? fallback).map { tree.replacing($0) } ?? tree
    }

    package var id: RoleID { original?.id ?? Self.newID }

    /// Turns a permission over: what was held is not held any more, and the other way round; what
    /// is written in the role is no more than that takes.
    package mutating func flip(_ permission: Permission, in tree: RoleTree) {
        let wasHeld = draft(in: tree).effective(id).contains(permission)
        grants.remove(permission)
        denies.remove(permission)
        let isInherited = draft(in: tree).effective(id).contains(permission)
        if wasHeld, isInherited { denies.insert(permission) }
        if !wasHeld, !isInherited { grants.insert(permission) }
    }
}
