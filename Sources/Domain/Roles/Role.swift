/// An access level: a weight, a parent whose permissions it inherits, and what it adds or denies.
package struct Role: Hashable, Sendable {
    package let id: RoleID
    package var name: RoleName
    package var weight: RoleWeight
    package var parent: RoleID?
    package var grants: Set<Permission>
    package var denies: Set<Permission>
    package var limits: RoleLimits
    /// The one role that holds everything, always, and cannot be taken from its last holder.
    package let isSuperAdmin: Bool

    package init(
        id: RoleID, name: RoleName, weight: RoleWeight, parent: RoleID?,
        grants: Set<Permission>, denies: Set<Permission>, limits: RoleLimits = .none,
        isSuperAdmin: Bool = false
    ) {
        self.id = id
        self.name = name
        self.weight = weight
        self.parent = parent
        self.grants = grants
        self.denies = denies
        self.limits = limits
        self.isSuperAdmin = isSuperAdmin
    }
}
