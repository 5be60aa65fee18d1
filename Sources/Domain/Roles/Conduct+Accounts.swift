// What staff does to whole accounts. Nobody does it to their own.
extension Conduct {
    package static func objection(
        to actor: Actor, banning target: UserID, weighing: RoleWeight
    ) -> Objection? {
        if target == actor.id { return .ownAccount }
        return objection(to: actor, using: .usersBan, on: target, weighing: weighing)
    }

    package static func objection(
        to actor: Actor, deletingAccount target: UserID, weighing: RoleWeight
    ) -> Objection? {
        if target == actor.id { return .ownAccount }
        return objection(to: actor, using: .usersManage, on: target, weighing: weighing)
    }
}
