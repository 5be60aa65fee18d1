/// The roles a new community starts with, each inheriting from the one before. Ids are fixed, so
/// that a renamed Gerente is still the same row.
package enum BuiltInRoles {
    package static let guest = RoleID(1)
    package static let member = RoleID(2)
    package static let supervisor = RoleID(3)
    package static let gerente = RoleID(4)
    package static let admin = RoleID(5)
    package static let superAdmin = RoleID(6)

    package static let all: [Role] = [
        make(guest, "Guest", 0, nil, [.catalogRead]),
        make(member, "Member", 100, guest, [.catalogPublish]),
        make(supervisor, "Supervisor", 400, member, [.catalogEdit, .statsRead, .usersInvite]),
        make(gerente, "Gerente", 600, supervisor, [.catalogPublishUnmoderated, .usersRead]),
        make(
            admin, "Admin", 800, gerente,
            [.usersManage, .uploadsApprove, .ratioAdjust, .auditRead, .evidenceReview]),
        make(superAdmin, "SuperAdmin", 1000, admin, Set(Permission.allCases)),
    ].compactMap(\.self)

    private static func make(
        _ id: RoleID, _ name: String, _ weight: Int, _ parent: RoleID?, _ grants: Set<Permission>
    ) -> Role? {
        guard let name = RoleName(rawValue: name), let weight = RoleWeight(weight) else {
            return nil
        }
        return Role(
            id: id, name: name, weight: weight, parent: parent, grants: grants, denies: [],
            isSuperAdmin: id == superAdmin)
    }
}
