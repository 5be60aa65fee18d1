/// Who is asking: an account with its role as it stands *now*, never as a token once said.
package struct Actor: Hashable, Sendable {
    package let id: UserID
    package let username: Username
    package let role: Role
    package let permissions: Set<Permission>
    /// Where the request came from, where it came over a network.
    package let address: IPAddress?

    package init(
        id: UserID, username: Username, role: Role, permissions: Set<Permission>,
        address: IPAddress? = nil
    ) {
        self.id = id
        self.username = username
        self.role = role
        self.permissions = permissions
        self.address = address
    }

    package func may(_ permission: Permission) -> Bool { permissions.contains(permission) }

    package func sees(_ minimum: RoleWeight) -> Bool { minimum <= role.weight }

    package func stands(above weight: RoleWeight) -> Bool {
        role.isSuperAdmin || weight < role.weight
    }
}
