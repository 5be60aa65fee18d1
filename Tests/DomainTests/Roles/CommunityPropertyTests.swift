import Domain
import Testing

/// What holds after any sequence of acts that the rules allow, by anybody, over random role trees.
@Suite struct CommunityPropertyTests {
    @Test("whoever acts, nobody is given a permission or a weight that the actor does not have")
    func nobodyGains() throws {
        var random = SeededGenerator(seed: 41)
        var done = 0
        for _ in 0..<60 {
            var community = try RandomCommunity(using: &random)
            for _ in 0..<120 {
                let before = community
                guard let deed = try community.step(using: &random) else { continue }
                done += 1
                for id in community.people.keys {
                    let gained = community.permissions(of: id)
                        .subtracting(before.permissions(of: id))
                    #expect(gained.isSubset(of: deed.actor.permissions), "\(deed.words)")
                    let (old, new) = (before.weight(of: id), community.weight(of: id))
                    guard !deed.actor.role.isSuperAdmin, old != new else { continue }
                    #expect(max(old, new) < deed.actor.role.weight, "\(deed.words)")
                }
                // Who acts ends with what they had.
                #expect(
                    community.permissions(of: deed.actor.id) == deed.actor.permissions
                        || deed.actor.role.isSuperAdmin, "\(deed.words)")
            }
        }
        #expect(done > 700)
    }

    @Test("however long staff plots, nobody ends with more than the plotters began with")
    func plot() throws {
        var random = SeededGenerator(seed: 17)
        var done = 0
        for _ in 0..<120 {
            var community = try RandomCommunity(using: &random)
            let plotters = community.people.filter { $0.value.role != BuiltInRoles.superAdmin }.keys
            let most = plotters.reduce(into: Set<Permission>()) {
                $0.formUnion(community.permissions(of: $1))
            }
            let inCharge = community.superAdmins
            let top = plotters.map { community.weight(of: $0) }.max() ?? .guest
            for _ in 0..<150 {
                if try community.step(withSuperAdmins: false, using: &random) != nil { done += 1 }
            }
            for id in plotters {
                #expect(community.permissions(of: id).isSubset(of: most))
                #expect(community.weight(of: id) <= top)
            }
            #expect(community.superAdmins == inCharge)
        }
        #expect(done > 300)
    }

    @Test("no act leaves a cycle, a parent that is gone, or a member without a role")
    func wholeTrees() throws {
        var random = SeededGenerator(seed: 5)
        for _ in 0..<60 {
            var community = try RandomCommunity(using: &random)
            for _ in 0..<150 {
                guard let deed = try community.step(using: &random) else { continue }
                let tree = community.tree
                for role in tree.roles {
                    #expect(!tree.hasCycle(through: role.id), "\(deed.words)")
                    #expect(role.parent.map { tree[$0] != nil } ?? true, "\(deed.words)")
                }
                for person in community.people.values {
                    #expect(tree[person.role] != nil, "\(deed.words)")
                }
            }
        }
    }

    @Test("acts one after the other always leave a SuperAdmin: nobody removes themselves")
    func someoneInCharge() throws {
        var random = SeededGenerator(seed: 1000)
        var fewest = Int.max
        for _ in 0..<80 {
            var community = try RandomCommunity(using: &random)
            for _ in 0..<200 {
                _ = try community.step(using: &random)
                #expect(community.superAdmins >= 1)
                fewest = min(fewest, community.superAdmins)
            }
        }
        // It came to the last one, or the test would say nothing.
        #expect(fewest == 1)
    }

    @Test("the effective sets do not depend on the order in which edits were made")
    func order() throws {
        var random = SeededGenerator(seed: 77)
        var swapped = 0
        for _ in 0..<400 {
            let tree = try RandomRoles.tree(using: &random)
            // One edit a role: of two edits of one role the later counts, and should.
            var edits: [RoleID: Role] = [:]
            for _ in 0..<6 {
                let wish = try RandomRoles.wish(in: tree, using: &random)
                if wish.old != nil { edits[wish.new.id] = wish.new }
            }
            let list = edits.values.sorted { $0.id < $1.id }
            let one = list.reduce(tree) { $0.replacing($1) }
            let other = list.shuffled(using: &random).reduce(tree) { $0.replacing($1) }
            let listed = RoleTree(one.roles.shuffled(using: &random))
            for role in one.roles {
                #expect(one.effective(role.id) == other.effective(role.id))
                #expect(one.effective(role.id) == listed.effective(role.id))
            }
            if list.count > 1 { swapped += 1 }
        }
        #expect(swapped > 300)
    }

    @Test("two edits that are allowed in either order come to the same")
    func commuting() throws {
        var random = SeededGenerator(seed: 78)
        var both = 0
        for _ in 0..<4000 {
            let tree = try RandomRoles.tree(using: &random)
            let actor = try Make.actor(BuiltInRoles.superAdmin, in: tree)
            let first = try RandomRoles.wish(in: tree, using: &random)
            let second = try RandomRoles.wish(in: tree, using: &random)
            guard first.new.id != second.new.id else { continue }
            let make = { (wishes: [(old: Role?, new: Role)]) -> RoleTree? in
                var tree = tree
                for wish in wishes {
                    guard
                        Conduct.objection(to: actor, changing: wish.old, to: wish.new, in: tree)
                            == nil
                    else { return nil }
                    tree = tree.replacing(wish.new)
                }
                return tree
            }
            guard let one = make([first, second]), let other = make([second, first]) else {
                continue
            }
            both += 1
            for role in one.roles {
                #expect(one.effective(role.id) == other.effective(role.id))
            }
        }
        #expect(both > 500)
    }

    @Test("who inherits from SuperAdmin inherits everything, whatever is written in its row")
    func heirOfSuperAdmin() throws {
        let tree = RoleTree([
            try Make.role(1, 1000, grants: [], isSuperAdmin: true),
            try Make.role(2, 900, parent: 1, denies: [.usersBan]),
        ])
        #expect(tree.effective(RoleID(2)) == Set(Permission.allCases).subtracting([.usersBan]))
        for permission in Permission.allCases where permission != .usersBan {
            #expect(tree.origin(of: permission, in: RoleID(2)) != .absent)
        }
    }
}
