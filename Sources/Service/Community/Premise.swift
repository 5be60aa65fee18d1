package import Domain

/// How those concerned stood when a staff act was decided. The transaction of the act holds it
/// against how they stand by then, and throws `StoreFailure.standingChanged` where that is
/// otherwise: whoever was demoted or outgrown meanwhile does nothing any more.
package struct Premise: Hashable, Sendable {
    package let actor: UserID
    package let role: RoleID
    package let weight: RoleWeight
    /// Of a key for scripts, those it has of its owner's.
    package let permissions: Set<Permission>
    package let target: Target?
    /// Every role, where the act hands one on or changes one.
    package let roles: [Role]?

    /// A member that the act is about, and how much they weighed.
    package struct Target: Hashable, Sendable {
        package let user: UserID
        package let weight: RoleWeight

        package init(_ user: UserID, weighing weight: RoleWeight) {
            self.user = user
            self.weight = weight
        }
    }

    package init(_ actor: Actor, on target: Target? = nil, in tree: RoleTree? = nil) {
        self.actor = actor.id
        role = actor.role.id
        weight = actor.role.weight
        permissions = actor.permissions
        self.target = target
        roles = tree?.roles
    }

    /// `account` is the actor's, or `nil` where it is gone; `weight` the target's.
    package func holds(
        actor account: AccountRecord?, target weight: RoleWeight?, in tree: RoleTree,
        at now: Timestamp
    ) -> Bool {
        guard let account, account.ban(at: now) == nil, account.roleID == role,
            tree[role]?.weight == self.weight, permissions.isSubset(of: tree.effective(role))
        else { return false }
        return (target == nil || target?.weight == weight) && (roles == nil || roles == tree.roles)
    }
}
