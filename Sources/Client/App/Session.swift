package import API
package import Domain

/// Who is signed in, where, and what the community says of itself.
package struct Session: Equatable, Sendable {
    package let server: ServerAddress
    package var me: MeReply
    /// Newer than `me.stats` once the ratio changed.
    package var stats: StatsBody
    /// Lightest first; empty until they arrived.
    package var roles: [RoleBody] = [] {
        didSet { roles.sort { $0.weight < $1.weight } }
    }
    package var settings: SettingsBody?

    package init(server: ServerAddress, me: MeReply) {
        self.server = server
        self.me = me
        stats = me.stats
    }

    package func may(_ permission: Permission) -> Bool { me.permissions.contains(permission) }

    package var isStaff: Bool { me.permissions.contains(where: \.isStaff) }

    package var tree: RoleTree { RoleTree(roles.compactMap(\.role)) }

    /// The caller as the rules know them, to explain with the rules the server decides with.
    package var actor: Actor? {
        guard let username = Username(rawValue: me.username) else { return nil }
        let known = roles.first { $0.id == me.role.id }?.role
        let bare = RoleName(rawValue: me.role.name).map { name in
            Role(
                id: me.role.id, name: name, weight: me.role.weight, parent: nil,
                grants: Set(me.permissions), denies: [])
        }
        return (known ?? bare).map { role in
            Actor(id: me.id, username: username, role: role, permissions: Set(me.permissions))
        }
    }

    /// The lightest role that sees what asks for this weight; `nil` when all do.
    package func audience(of minimum: RoleWeight) -> String? {
        guard minimum > (roles.first?.weight ?? .guest) else { return nil }
        return roles.first { $0.weight >= minimum }?.name ?? String(minimum.value)
    }
}
