import Domain
import Testing

@Suite struct RoleLimitsTests {
    private func tree(_ limits: [Int64: RoleLimits]) throws -> RoleTree {
        var roles = BuiltInRoles.all
        for index in roles.indices {
            roles[index].limits = limits[roles[index].id.rawValue] ?? .none
        }
        return RoleTree(roles)
    }

    @Test("each limit is the word of the nearest role above that has one, then of the settings")
    func nearest() throws {
        let tree = try tree([
            1: RoleLimits(requiredRatio: 2, downloadSlots: 3),
            3: RoleLimits(requiredRatio: 0, graceBytes: ByteCount(clamping: 7)),
        ])
        #expect(
            tree.limits(of: BuiltInRoles.member) == RoleLimits(requiredRatio: 2, downloadSlots: 3))
        let gerente = MemberLimits(tree.limits(of: BuiltInRoles.gerente), .initial)
        #expect(gerente.requiredRatio == 0 && gerente.graceBytes.bytes == 7)
        #expect(gerente.downloadSlots == 3)
        let guest = MemberLimits(tree.limits(of: BuiltInRoles.guest), .initial)
        #expect(guest.graceBytes == CommunitySettings.initial.graceBytes)
        #expect(tree.limits(of: RoleID(99)) == .none)
    }

    @Test("no slots are as many as one likes, and a role may say so where the settings have some")
    func slots() {
        var settings = CommunitySettings.initial
        #expect(MemberLimits(.none, settings).downloadSlots == nil)
        settings.downloadSlots = 4
        #expect(MemberLimits(.none, settings).downloadSlots == 4)
        #expect(MemberLimits(RoleLimits(downloadSlots: 0), settings).downloadSlots == nil)
        #expect(MemberLimits(RoleLimits(downloadSlots: 2), settings).downloadSlots == 2)
    }

    @Test("whoever changes what a role asks of its members stands above all who are asked")
    func heirs() throws {
        let tree = RoleTree(
            BuiltInRoles.all + [try Make.role(11, 700, parent: 4, grants: [.rolesManage])])
        let manager = try Make.actor(RoleID(11), in: tree)
        var member = try #require(tree[BuiltInRoles.member])
        let old = member
        member.limits.requiredRatio = 0
        // Supervisor, Gerente, Admin and SuperAdmin inherit from it.
        #expect(
            Conduct.objection(to: manager, changing: old, to: member, in: tree) == .notBelowYou)
        let admin = try Make.actor(BuiltInRoles.superAdmin, in: tree)
        #expect(Conduct.objection(to: admin, changing: old, to: member, in: tree) == nil)
        var lonely = try Make.role(12, 100)
        lonely.limits.downloadSlots = 1
        #expect(Conduct.objection(to: manager, changing: nil, to: lonely, in: tree) == nil)
        var highest = try #require(tree[BuiltInRoles.superAdmin])
        let wasHighest = highest
        highest.limits.requiredRatio = 0
        #expect(
            Conduct.objection(to: admin, changing: wasHighest, to: highest, in: tree)
                == .superAdminIsFixed)
    }
}
