import Domain
import Testing

@Suite struct ConductTests {
    /// The built-in roles, and two more under Gerente: one that manages roles, one that does not.
    private let tree: RoleTree
    private let superAdmin, admin, manager, gerente, member: Actor
    private let regional = RoleID(10)

    init() throws {
        tree = RoleTree(
            BuiltInRoles.all + [
                try Make.role(10, 550, parent: 4, denies: [.catalogEdit]),
                try Make.role(11, 700, parent: 4, grants: [.rolesManage]),
            ])
        superAdmin = try Make.actor(BuiltInRoles.superAdmin, in: tree, id: 1)
        admin = try Make.actor(BuiltInRoles.admin, in: tree, id: 2)
        manager = try Make.actor(RoleID(11), in: tree, id: 3)
        gerente = try Make.actor(BuiltInRoles.gerente, in: tree, id: 4)
        member = try Make.actor(BuiltInRoles.member, in: tree, id: 5)
    }

    // MARK: acting on members

    @Test("a permission is needed for everything")
    func permissions() throws {
        #expect(Conduct.objection(to: member, using: .catalogPublish) == nil)
        #expect(Conduct.objection(to: member, using: .usersBan) == .lacks(.usersBan))
        #expect(try ban(by: admin, weighing: 100) == .lacks(.usersBan))
        #expect(try adjust(by: gerente, of: 5, weighing: 100) == .lacks(.ratioAdjust))
        #expect(try assign(by: gerente, 2, to: 9, weighing: 0) == .lacks(.usersManage))
        #expect(
            Conduct.objection(to: member, approvingUploadOf: UserID(9)) == .lacks(.uploadsApprove))
        #expect(try change(by: admin, nil, role(20, 10)) == .lacks(.rolesManage))
        #expect(try delete(by: admin, 10, users: 0) == .lacks(.rolesManage))
    }

    @Test(
        "nobody acts on an equal or a superior, but SuperAdmin does",
        arguments: [(799, nil), (800, Objection.notBelowYou), (1000, .notBelowYou)])
    func standing(weight: Int, objection: Objection?) throws {
        #expect(try adjust(by: admin, of: 9, weighing: weight) == objection)
        #expect(try assign(by: admin, 2, to: 9, weighing: weight) == objection)
        #expect(try ban(by: superAdmin, weighing: weight) == nil)
        #expect(try adjust(by: superAdmin, of: 9, weighing: weight) == nil)
    }

    @Test("nobody changes their own role or ratio, SuperAdmin neither")
    func oneself() throws {
        #expect(try assign(by: admin, 2, to: 2, weighing: 800) == .ownRole)
        #expect(try assign(by: superAdmin, 6, to: 1, weighing: 1000) == .ownRole)
        #expect(try adjust(by: admin, of: 2, weighing: 800) == .ownRatio)
        #expect(try adjust(by: superAdmin, of: 1, weighing: 1000) == .ownRatio)
    }

    @Test("a role is given only by those who hold all of it and weigh more")
    func assigning() throws {
        #expect(try assign(by: admin, 4, to: 9, weighing: 100) == nil)
        #expect(try assign(by: admin, 5, to: 9, weighing: 100) == .weightNotBelowYours)
        #expect(try assign(by: admin, 11, to: 9, weighing: 100) == .cannotGrant(.rolesManage))
        #expect(try assign(by: admin, 6, to: 9, weighing: 100) == .cannotGrant(.catalogDelete))
        #expect(try assign(by: superAdmin, 6, to: 9, weighing: 1000) == nil)
    }

    @Test("nobody approves their own upload, but with catalog.publish_unmoderated")
    func ownUpload() throws {
        #expect(Conduct.objection(to: admin, approvingUploadOf: UserID(9)) == nil)
        #expect(Conduct.objection(to: admin, approvingUploadOf: admin.id) == nil)
        let approver = Actor(
            id: UserID(7), username: admin.username, role: admin.role,
            permissions: [.uploadsApprove])
        #expect(Conduct.objection(to: approver, approvingUploadOf: UserID(7)) == .ownUpload)
        #expect(Conduct.objection(to: approver, approvingUploadOf: UserID(8)) == nil)
    }

    // MARK: changing roles

    @Test("a new role stays below its maker, in weight and in what it may do")
    func creating() throws {
        #expect(try change(by: manager, nil, role(20, 699, parent: 4)) == nil)
        #expect(try change(by: manager, nil, role(20, 700)) == .weightNotBelowYours)
        #expect(
            try change(by: manager, nil, role(20, 10, grants: [.auditRead]))
                == .cannotGrant(.auditRead))
        // What is inherited is handed on as well.
        #expect(try change(by: manager, nil, role(20, 10, parent: 5)) == .cannotGrant(.auditRead))
        #expect(try change(by: manager, nil, role(20, 10, parent: 404)) == .unknownParent)
        // What a heavier role is given later would come to its heirs.
        #expect(
            try change(by: manager, nil, role(20, 10, parent: 5, denies: Set(Permission.allCases)))
                == .notBelowYou)
        #expect(try change(by: superAdmin, nil, role(20, 1000, parent: 6)) == nil)
    }

    @Test("a role at or above one's own cannot be changed, nor raised to it")
    func changing() throws {
        #expect(try change(by: manager, 10, role(10, 560, parent: 4)) == nil)
        #expect(try change(by: manager, 10, role(10, 700, parent: 4)) == .weightNotBelowYours)
        #expect(try change(by: manager, 11, role(11, 10)) == .notBelowYou)
        #expect(try change(by: manager, 5, role(5, 10)) == .notBelowYou)
        #expect(try change(by: superAdmin, 5, role(5, 900, parent: 4)) == nil)
    }

    @Test("the heirs of a changed role are acted on too")
    func heirs() throws {
        // Admin and the manager's own role inherit from Gerente.
        let poorer = try role(4, 600, parent: 3)
        #expect(try change(by: manager, 4, poorer) == .notBelowYou)
        #expect(try change(by: superAdmin, 4, poorer) == nil)
        var richer = try #require(tree[BuiltInRoles.gerente])
        richer.grants.insert(.rolesManage)
        // Admin, who stands higher, would gain by it.
        #expect(try change(by: manager, 4, richer) == .notBelowYou)
        // A change that touches nobody's permissions touches no heir.
        var heavier = try #require(tree[BuiltInRoles.gerente])
        heavier.weight = try Make.weight(650)
        #expect(try change(by: manager, 4, heavier) == nil)
    }

    @Test("an heir gains nothing that the actor lacks")
    func heirsGain() throws {
        // Role 31 denies what role 30 inherits; moving 30 away from it lets 32 have it again.
        let deep = RoleTree(
            tree.roles + [
                try role(30, 300, grants: [.auditRead]),
                try role(31, 310, parent: 30, denies: [.auditRead]),
                try role(32, 320, parent: 31),
            ])
        let opened = try role(31, 310, parent: 30, grants: [.catalogRead])
        #expect(
            Conduct.objection(to: manager, changing: deep[RoleID(31)], to: opened, in: deep)
                == .cannotGrant(.auditRead))
    }

    @Test("inheritance has no cycles, whoever asks")
    func cycles() throws {
        #expect(try change(by: superAdmin, 1, role(1, 0, parent: 1)) == .cycle)
        #expect(try change(by: superAdmin, 1, role(1, 0, parent: 4)) == .cycle)
        #expect(try change(by: superAdmin, 10, role(10, 550, parent: 11)) == nil)
    }

    @Test("SuperAdmin's role keeps everything but its name")
    func superAdminIsFixed() throws {
        let old = try #require(tree[BuiltInRoles.superAdmin])
        var renamed = old
        renamed.name = try #require(RoleName(rawValue: "Rainha"))
        var lighter = renamed
        lighter.weight = try Make.weight(999)
        let change = { (actor: Actor, new: Role) in
            Conduct.objection(to: actor, changing: old, to: new, in: tree)
        }
        #expect(change(superAdmin, renamed) == nil)
        #expect(change(superAdmin, lighter) == .superAdminIsFixed)
        #expect(change(manager, renamed) == .superAdminIsFixed)
        #expect(try delete(by: superAdmin, 6, users: 0) == .superAdminIsFixed)
    }

    @Test("a role is deleted only without heirs, and its members go to a role the actor can give")
    func deleting() throws {
        #expect(try delete(by: manager, 10, users: 0) == nil)
        #expect(try delete(by: manager, 10, users: 3) == .roleInUse(users: 3))
        #expect(try delete(by: manager, 10, users: 3, to: 10) == .roleInUse(users: 3))
        #expect(try delete(by: manager, 10, users: 3, to: 4) == nil)
        #expect(try delete(by: manager, 10, users: 3, to: 5) == .cannotGrant(.auditRead))
        #expect(try delete(by: manager, 10, users: 3, to: 11) == .weightNotBelowYours)
        #expect(try delete(by: manager, 11, users: 0) == .notBelowYou)
        let heir = try #require(tree[BuiltInRoles.member]?.name)
        #expect(try delete(by: superAdmin, 1, users: 0) == .roleHasChildren(heir))
    }

    @Test("every objection has a code of its own and a sentence")
    func words() throws {
        let name = try #require(RoleName(rawValue: "Gerente"))
        let all: [Objection] = [
            .lacks(.usersBan), .notBelowYou, .ownRole, .ownRatio, .ownUpload, .ownAccount,
            .cannotGrant(.usersBan), .weightNotBelowYours, .cycle, .unknownParent,
            .superAdminIsFixed, .lastSuperAdmin, .roleInUse(users: 1), .roleHasChildren(name),
        ]
        #expect(Set(all.map(\.code)).count == all.count)
        #expect(all.allSatisfy { $0.sentence.hasSuffix(".") })
        #expect(Objection.roleInUse(users: 1).sentence.hasPrefix("1 member has"))
        #expect(Objection.roleInUse(users: 2).sentence.hasPrefix("2 members have"))
    }

    // MARK: asking

    private func role(
        _ id: Int64, _ weight: Int, parent: Int64? = nil, grants: Set<Permission> = [],
        denies: Set<Permission> = []
    ) throws -> Role {
        try Make.role(id, weight, parent: parent, grants: grants, denies: denies)
    }

    private func ban(by actor: Actor, weighing weight: Int) throws -> Objection? {
        Conduct.objection(
            to: actor, using: .usersBan, on: UserID(9), weighing: try Make.weight(weight))
    }

    private func adjust(by actor: Actor, of user: Int64, weighing weight: Int) throws -> Objection?
    {
        Conduct.objection(
            to: actor, adjustingRatioOf: UserID(user), weighing: try Make.weight(weight))
    }

    private func assign(by actor: Actor, _ role: Int64, to user: Int64, weighing weight: Int)
        throws -> Objection?
    {
        Conduct.objection(
            to: actor, assigning: try #require(tree[RoleID(role)]),
            permissions: tree.effective(RoleID(role)), to: UserID(user),
            weighing: try Make.weight(weight))
    }

    private func change(by actor: Actor, _ old: Int64?, _ new: Role) throws -> Objection? {
        let old = try old.map { try #require(tree[RoleID($0)]) }
        return Conduct.objection(to: actor, changing: old, to: new, in: tree)
    }

    private func delete(by actor: Actor, _ role: Int64, users: Int, to target: Int64? = nil)
        throws -> Objection?
    {
        Conduct.objection(
            to: actor, deleting: try #require(tree[RoleID(role)]), in: tree, users: users,
            movingTo: target.flatMap { tree[RoleID($0)] })
    }
}
