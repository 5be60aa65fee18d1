import Domain

/// Random role trees and random wishes about them.
enum RandomRoles {
    /// The built-in roles and some more below them, without a cycle.
    static func tree(using random: inout SeededGenerator) throws -> RoleTree {
        var tree = RoleTree(BuiltInRoles.all)
        for id in 7..<Int64.random(in: 8...14, using: &random) {
            tree = tree.replacing(
                try Make.role(
                    id, Int.random(in: 0...999, using: &random),
                    parent: Bool.random(using: &random)
                        ? Int64.random(in: 1..<id, using: &random) : nil,
                    grants: permissions(using: &random), denies: permissions(using: &random)))
        }
        return tree
    }

    /// What a staff member may ask for: an old role with something changed, or a new one.
    static func wish(in tree: RoleTree, using random: inout SeededGenerator) throws
        -> (old: Role?, new: Role)
    {
        let ids = tree.roles.map(\.id)
        let parent =
            Int.random(in: 0..<5, using: &random) == 0
            ? RoleID(404) : ids.randomElement(using: &random)
        guard Int.random(in: 0..<4, using: &random) > 0,
            let old = ids.randomElement(using: &random).flatMap({ tree[$0] })
        else {
            let new = try Make.role(
                Int64(ids.count) + 1, Int.random(in: 0...1000, using: &random),
                parent: Bool.random(using: &random) ? parent?.rawValue : nil,
                grants: permissions(using: &random), denies: permissions(using: &random))
            return (nil, new)
        }
        var new = old
        if Bool.random(using: &random) {
            new.weight = try Make.weight(Int.random(in: 0...1000, using: &random))
        }
        if Bool.random(using: &random) { new.parent = parent }
        if Bool.random(using: &random) { new.grants = permissions(using: &random) }
        if Bool.random(using: &random) { new.denies = permissions(using: &random) }
        return (old, new)
    }

    private static func permissions(using random: inout SeededGenerator) -> Set<Permission> {
        var chosen: Set<Permission> = []
        for _ in 0..<Int.random(in: 0...3, using: &random) {
            if let permission = Permission.allCases.randomElement(using: &random) {
                chosen.insert(permission)
            }
        }
        return chosen
    }
}
