import Domain
import Testing

/// Roles and actors in one line each.
enum Make {
    static func role(
        _ id: Int64, _ weight: Int = 100, parent: Int64? = nil, grants: Set<Permission> = [],
        denies: Set<Permission> = [], isSuperAdmin: Bool = false
    ) throws -> Role {
        Role(
            id: RoleID(id), name: try #require(RoleName(rawValue: "role \(id)")),
            weight: try #require(RoleWeight(weight)), parent: parent.map { RoleID($0) },
            grants: grants, denies: denies, isSuperAdmin: isSuperAdmin)
    }

    static func actor(_ role: RoleID, in tree: RoleTree, id: Int64 = 1) throws -> Actor {
        Actor(
            id: UserID(id), username: try #require(Username(rawValue: "user\(id)")),
            role: try #require(tree[role]), permissions: tree.effective(role))
    }

    static func weight(_ value: Int) throws -> RoleWeight { try #require(RoleWeight(value)) }
}
