import Domain
import Testing

@Suite struct RoleTreeTests {
    private let builtIn = RoleTree(BuiltInRoles.all)

    @Test(
        "each built-in role adds to the one before",
        arguments: [
            (BuiltInRoles.guest, 0, 1), (BuiltInRoles.member, 100, 2),
            (BuiltInRoles.supervisor, 400, 5), (BuiltInRoles.gerente, 600, 7),
            (BuiltInRoles.admin, 800, 12), (BuiltInRoles.superAdmin, 1000, 16),
        ])
    func builtInRoles(id: RoleID, weight: Int, permissions: Int) {
        #expect(builtIn[id]?.weight.value == weight)
        #expect(builtIn.effective(id).count == permissions)
        if let parent = builtIn[id]?.parent {
            #expect(builtIn.effective(id).isStrictSuperset(of: builtIn.effective(parent)))
        }
    }

    @Test("effective is what the parent holds, minus own denies, plus own grants")
    func effective() throws {
        let tree = RoleTree([
            try Make.role(1, grants: [.catalogRead, .usersRead, .statsRead]),
            try Make.role(2, parent: 1, grants: [.auditRead], denies: [.usersRead]),
            try Make.role(3, parent: 2, grants: [.usersRead], denies: [.auditRead, .statsRead]),
        ])
        #expect(tree.effective(RoleID(2)) == [.catalogRead, .statsRead, .auditRead])
        #expect(tree.effective(RoleID(3)) == [.catalogRead, .usersRead])
    }

    @Test("a grant of the same role wins over its deny")
    func grantWins() throws {
        let tree = RoleTree([try Make.role(1, grants: [.statsRead], denies: [.statsRead])])
        #expect(tree.effective(RoleID(1)) == [.statsRead])
        #expect(tree.origin(of: .statsRead, in: RoleID(1)) == .grantedHere)
    }

    @Test("SuperAdmin holds everything, whatever is written in its row")
    func superAdmin() throws {
        let tree = RoleTree([
            try Make.role(1, 1000, denies: Set(Permission.allCases), isSuperAdmin: true)
        ])
        #expect(tree.effective(RoleID(1)) == Set(Permission.allCases))
        #expect(tree.origin(of: .usersBan, in: RoleID(1)) == .always)
    }

    @Test("a role without a parent, or with one that is gone, stands on its own grants")
    func orphan() throws {
        let tree = RoleTree([try Make.role(1, parent: 99, grants: [.catalogRead])])
        #expect(tree.effective(RoleID(1)) == [.catalogRead])
        #expect(!tree.hasCycle(through: RoleID(1)))
        #expect(tree.effective(RoleID(42)).isEmpty)
    }

    @Test("the origin of a permission names the nearest role that decides")
    func origins() throws {
        let tree = RoleTree([
            try Make.role(1, grants: [.catalogRead, .usersRead]),
            try Make.role(2, parent: 1, grants: [.statsRead], denies: [.usersRead]),
            try Make.role(3, parent: 2, grants: [.auditRead], denies: [.statsRead]),
        ])
        let origins = { (permission: Permission) in
            tree.origin(of: permission, in: RoleID(3))
        }
        let first = try #require(RoleName(rawValue: "role 1"))
        #expect(origins(.catalogRead) == .inherited(from: first))
        #expect(origins(.usersRead) == .absent)
        #expect(origins(.statsRead) == .deniedHere)
        #expect(origins(.auditRead) == .grantedHere)
        #expect(origins(.usersBan) == .absent)
        #expect(tree.origin(of: .catalogRead, in: RoleID(9)) == .absent)
    }

    @Test("origins and effective permissions never disagree")
    func originsAgree() throws {
        var random = SeededGenerator(seed: 7)
        for _ in 0..<200 {
            let tree = try RandomRoles.tree(using: &random)
            for role in tree.roles {
                for permission in Permission.allCases {
                    let holds =
                        switch tree.origin(of: permission, in: role.id) {
                        case .grantedHere, .inherited, .always: true
                        case .deniedHere, .absent: false
                        }
                    #expect(holds == tree.effective(role.id).contains(permission))
                }
            }
        }
    }

    @Test("a cycle is found from every role that leads into it, and ends the walk")
    func cycles() throws {
        let tree = RoleTree([
            try Make.role(1, parent: 2, grants: [.catalogRead]),
            try Make.role(2, parent: 3, grants: [.statsRead]),
            try Make.role(3, parent: 1, grants: [.usersRead]),
            try Make.role(4, parent: 1),
            try Make.role(5, parent: 5),
            try Make.role(6),
        ])
        for id in 1...5 { #expect(tree.hasCycle(through: RoleID(Int64(id)))) }
        #expect(!tree.hasCycle(through: RoleID(6)))
        #expect(tree.lineage(of: RoleID(1)).map(\.id.rawValue) == [1, 2, 3])
        #expect(tree.effective(RoleID(4)) == [.catalogRead, .statsRead, .usersRead])
    }

    @Test("roles are listed lightest first, and children are found")
    func order() throws {
        let tree = RoleTree([
            try Make.role(1, 500), try Make.role(2, 10, parent: 1), try Make.role(3, 10, parent: 1),
        ])
        #expect(tree.roles.map(\.id.rawValue) == [2, 3, 1])
        #expect(tree.children(of: RoleID(1)).map(\.id.rawValue) == [2, 3])
        #expect(tree.replacing(try Make.role(2, 900)).roles.last?.id == RoleID(2))
    }
}
