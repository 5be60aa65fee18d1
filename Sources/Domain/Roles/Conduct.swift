/// Who may do what to whom: the rules that hold on every path. Pure, so that the server decides
/// with them and the client explains with them.
///
/// Each function answers `nil` for yes, or the objection.
///
/// 1. Nobody acts on a user or role whose weight is equal to or above their own; SuperAdmin may.
/// 2. Nobody hands on a permission or a weight they do not have.
/// 3. Nobody changes their own role or ratio, or approves their own upload (but with
///    `catalog.publish_unmoderated`).
/// 4. Inheritance has no cycles, and SuperAdmin's permissions cannot be edited.
package enum Conduct {
    package static func objection(to actor: Actor, using permission: Permission) -> Objection? {
        actor.may(permission) ? nil : .lacks(permission)
    }

    package static func objection(
        to actor: Actor, using permission: Permission, on target: UserID, weighing: RoleWeight
    ) -> Objection? {
        if let objection = objection(to: actor, using: permission) { return objection }
        return actor.stands(above: weighing) ? nil : .notBelowYou
    }

    package static func objection(
        to actor: Actor, assigning role: Role, permissions: Set<Permission>,
        to target: UserID, weighing: RoleWeight
    ) -> Objection? {
        if target == actor.id { return .ownRole }
        if let objection = objection(
            to: actor, using: .usersManage, on: target, weighing: weighing)
        {
            return objection
        }
        return handingOn(role.weight, permissions, by: actor)
    }

    package static func objection(
        to actor: Actor, adjustingRatioOf target: UserID, weighing: RoleWeight
    ) -> Objection? {
        if let objection = objection(to: actor, using: .ratioAdjust) { return objection }
        if target == actor.id { return .ownRatio }
        return actor.stands(above: weighing) ? nil : .notBelowYou
    }

    package static func objection(to actor: Actor, approvingUploadOf uploader: UserID) -> Objection?
    {
        if let objection = objection(to: actor, using: .uploadsApprove) { return objection }
        if uploader == actor.id, !actor.may(.catalogPublishUnmoderated) { return .ownUpload }
        return nil
    }

    /// The change of one role seen as the change of a whole tree: a role that inherits from the
    /// edited one is acted on too.
    package static func objection(
        to actor: Actor, changing old: Role?, to new: Role, in tree: RoleTree
    ) -> Objection? {
        if let objection = objection(to: actor, using: .rolesManage) { return objection }
        if let old {
            if old.isSuperAdmin {
                var renamed = old
                renamed.name = new.name
                return actor.role.isSuperAdmin && renamed == new ? nil : .superAdminIsFixed
            }
            if !actor.stands(above: old.weight) { return .notBelowYou }
        }
        if let parent = new.parent, tree[parent] == nil { return .unknownParent }
        let after = tree.replacing(new)
        if after.hasCycle(through: new.id) { return .cycle }
        if let objection = handingOn(new.weight, after.effective(new.id), by: actor) {
            return objection
        }
        // Whatever is granted to a parent later comes to the role, too.
        if let parent = new.parent, parent != old?.parent, parent != actor.role.id,
            let above = tree[parent], !actor.stands(above: above.weight)
        {
            return .notBelowYou
        }
        // An heir gains nothing that the changed role does not hold, and that is decided already.
        for role in tree.roles where role.id != new.id {
            let isTouched =
                after.effective(role.id) != tree.effective(role.id)
                || after.limits(of: role.id) != tree.limits(of: role.id)
            if isTouched, !actor.stands(above: role.weight) { return .notBelowYou }
        }
        return nil
    }

    package static func objection(
        to actor: Actor, deleting role: Role, in tree: RoleTree, users: Int, movingTo target: Role?
    ) -> Objection? {
        if let objection = objection(to: actor, using: .rolesManage) { return objection }
        if role.isSuperAdmin { return .superAdminIsFixed }
        if !actor.stands(above: role.weight) { return .notBelowYou }
        if let child = tree.children(of: role.id).first { return .roleHasChildren(child.name) }
        guard users > 0 else { return nil }
        guard let target, target.id != role.id else { return .roleInUse(users: users) }
        return handingOn(target.weight, tree.effective(target.id), by: actor)
    }

    private static func handingOn(
        _ weight: RoleWeight, _ permissions: Set<Permission>, by actor: Actor
    ) -> Objection? {
        if actor.role.isSuperAdmin { return nil }
        if let extra = permissions.subtracting(actor.permissions).min() {
            return .cannotGrant(extra)
        }
        return weight < actor.role.weight ? nil : .weightNotBelowYours
    }
}
