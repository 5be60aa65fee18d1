import Domain
import Testing

/// Random staff asks random things of random trees. Whatever is granted keeps the promises; that
/// each wish is refused for the right reason is `ConductTests`' affair.
@Suite struct ConductPropertyTests {
    @Test("no granted edit hands on more than the actor has, reaches up, or leaves a cycle")
    func edits() throws {
        var random = SeededGenerator(seed: 2026)
        var granted = 0
        var refused = 0
        for _ in 0..<150 {
            var tree = try RandomRoles.tree(using: &random)
            for _ in 0..<60 {
                let staff = try #require(tree.roles.randomElement(using: &random))
                let actor = try Make.actor(staff.id, in: tree)
                let wish = try RandomRoles.wish(in: tree, using: &random)
                guard
                    Conduct.objection(to: actor, changing: wish.old, to: wish.new, in: tree) == nil
                else {
                    refused += 1
                    continue
                }
                granted += 1
                let after = tree.replacing(wish.new)
                try expectPromises(by: actor, from: tree, to: after)
                tree = after
            }
        }
        // Neither all yes nor all no, or the test would say nothing.
        #expect(granted > 300)
        #expect(refused > 300)
    }

    private func expectPromises(by actor: Actor, from: RoleTree, to: RoleTree) throws {
        for role in to.roles {
            let before = from.effective(role.id)
            let after = to.effective(role.id)
            #expect(!to.hasCycle(through: role.id))
            #expect(after.subtracting(before).isSubset(of: actor.permissions))
            if !actor.role.isSuperAdmin {
                if let old = from[role.id], old.weight >= actor.role.weight {
                    #expect(old == role && before == after)
                }
                if from[role.id] != role { #expect(role.weight < actor.role.weight) }
            }
        }
        let superAdmin = try #require(from[BuiltInRoles.superAdmin])
        #expect(to[BuiltInRoles.superAdmin]?.weight == superAdmin.weight)
        #expect(to.effective(BuiltInRoles.superAdmin) == Set(Permission.allCases))
    }

    @Test("nobody is given a role with more than the giver has, or takes one from a superior")
    func assignments() throws {
        var random = SeededGenerator(seed: 11)
        var granted = 0
        for _ in 0..<4000 {
            let tree = try RandomRoles.tree(using: &random)
            let roles = try (0..<3).map { _ in
                try #require(tree.roles.randomElement(using: &random))
            }
            let actor = try Make.actor(roles[0].id, in: tree)
            let target = UserID(Int64.random(in: 1...2, using: &random))
            guard
                Conduct.objection(
                    to: actor, assigning: roles[1], permissions: tree.effective(roles[1].id),
                    to: target, weighing: roles[2].weight) == nil
            else { continue }
            granted += 1
            #expect(target != actor.id)
            #expect(actor.may(.usersManage))
            if !actor.role.isSuperAdmin {
                #expect(tree.effective(roles[1].id).isSubset(of: actor.permissions))
                #expect(roles[1].weight < actor.role.weight)
                #expect(roles[2].weight < actor.role.weight)
            }
        }
        #expect(granted > 50)
    }
}
