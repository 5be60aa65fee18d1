import Domain
import Testing

/// A whole community in memory, in which anybody tries anything, and what `Conduct` allows is done.
struct RandomCommunity {
    struct Person: Hashable {
        var role: RoleID
        /// Banned or deleted: they act no more.
        var isOut = false
    }

    /// What was done by whom, for a red test to say.
    struct Deed {
        let actor: Actor
        let words: String
    }

    private(set) var tree: RoleTree
    private(set) var people: [UserID: Person] = [:]
    private var nextRole: Int64 = 100

    init(using random: inout SeededGenerator) throws {
        tree = try RandomRoles.tree(using: &random)
        // Somebody for each role, two SuperAdmins, and some more.
        var roles = tree.roles.map(\.id) + [BuiltInRoles.superAdmin]
        for _ in 0..<6 {
            if let role = tree.roles.randomElement(using: &random) { roles.append(role.id) }
        }
        for (number, role) in roles.enumerated() {
            people[UserID(Int64(number + 1))] = Person(role: role)
        }
    }

    var superAdmins: Int {
        people.values.count { !$0.isOut && tree[$0.role]?.isSuperAdmin == true }
    }

    func permissions(of id: UserID) -> Set<Permission> {
        people[id].map { tree.effective($0.role) } ?? []
    }

    func weight(of id: UserID) -> RoleWeight {
        people[id].flatMap { tree[$0.role]?.weight } ?? .guest
    }

    /// One try; `nil` where the rules refuse it.
    mutating func step(
        withSuperAdmins: Bool = true, using random: inout SeededGenerator
    ) throws -> Deed? {
        let eager = people.filter { person in
            !person.value.isOut
                && (withSuperAdmins || tree[person.value.role]?.isSuperAdmin != true)
        }.keys.sorted()
        guard let id = eager.randomElement(using: &random), let person = people[id] else {
            return nil
        }
        let actor = try Make.actor(person.role, in: tree, id: id.rawValue)
        let words =
            switch Int.random(in: 0..<10, using: &random) {
            case 0..<5: try editRole(by: actor, using: &random)
            case 5: deleteRole(by: actor, using: &random)
            case 6..<9: assign(by: actor, using: &random)
            default: expel(by: actor, using: &random)
            }
        return words.map { Deed(actor: actor, words: $0) }
    }

    private mutating func editRole(by actor: Actor, using random: inout SeededGenerator) throws
        -> String?
    {
        var (old, new) = try RandomRoles.wish(in: tree, using: &random)
        if old == nil {
            nextRole += 1
            new = Role(
                id: RoleID(nextRole), name: new.name, weight: new.weight, parent: new.parent,
                grants: new.grants, denies: new.denies)
        }
        guard Conduct.objection(to: actor, changing: old, to: new, in: tree) == nil else {
            return nil
        }
        tree = tree.replacing(new)
        return "edited \(new)"
    }

    private mutating func deleteRole(by actor: Actor, using random: inout SeededGenerator)
        -> String?
    {
        guard let role = tree.roles.randomElement(using: &random) else { return nil }
        let target =
            Bool.random(using: &random) ? tree.roles.randomElement(using: &random) : nil
        let holders = people.filter { $0.value.role == role.id }.keys
        guard
            Conduct.objection(
                to: actor, deleting: role, in: tree, users: holders.count, movingTo: target) == nil
        else { return nil }
        for holder in holders { people[holder]?.role = target?.id ?? role.id }
        tree = RoleTree(tree.roles.filter { $0.id != role.id })
        return "deleted \(role.name) for \(target?.name.rawValue ?? "nobody")"
    }

    private mutating func assign(by actor: Actor, using random: inout SeededGenerator) -> String? {
        guard let target = people.keys.sorted().randomElement(using: &random),
            let role = tree.roles.randomElement(using: &random),
            Conduct.objection(
                to: actor, assigning: role, permissions: tree.effective(role.id), to: target,
                weighing: weight(of: target)) == nil
        else { return nil }
        people[target]?.role = role.id
        return "made \(target) a \(role.name)"
    }

    /// Bans or deletes, or lets in again.
    private mutating func expel(by actor: Actor, using random: inout SeededGenerator) -> String? {
        guard let target = people.keys.sorted().randomElement(using: &random) else { return nil }
        let weight = weight(of: target)
        let objection =
            Bool.random(using: &random)
            ? Conduct.objection(to: actor, banning: target, weighing: weight)
            : Conduct.objection(to: actor, deletingAccount: target, weighing: weight)
        guard objection == nil else { return nil }
        people[target]?.isOut.toggle()
        return "expelled \(target), or took them back"
    }
}
