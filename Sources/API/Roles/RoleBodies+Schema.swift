import Domain

extension RoleBody: Described {
    package static let schema = Schema.object(
        .field("id", .id), .field("name", .roleName), .field("weight", .weight),
        .optional("parent_id", .id, "The role it inherits from"),
        .field("grants", .list(of: .permission)), .field("denies", .list(of: .permission)),
        .field("effective", .list(of: .permission), "What it comes to"),
        .field("is_super_admin", .boolean), .field("users", .count))
    package static let example = RoleBody(
        id: RoleID(10), name: "Gerente Regional", weight: RoleWeight(clamping: 550),
        parentId: BuiltInRoles.gerente, grants: [.auditRead], denies: [.catalogEdit],
        effective: [.auditRead, .catalogRead], isSuperAdmin: false, users: 3)
}

extension NewRole: Described {
    package static let schema = Schema.object(
        .field("name", .roleName), .field("weight", .weight),
        .optional("parent_id", .id, "The role it inherits from"),
        .field("grants", .permissions), .field("denies", .permissions))
    package static let example = NewRole(
        name: "Gerente Regional", weight: RoleWeight(clamping: 550),
        parentId: BuiltInRoles.gerente, grants: [.auditRead], denies: [.catalogEdit])
}

extension RolePatch: Described {
    package static let schema = Schema.object(
        .optional("name", .roleName), .optional("weight", .weight),
        .optional("parent_id", .id, "Null: it inherits from nobody any more"),
        .optional("grants", .permissions),
        .optional("denies", .permissions))
    package static let example = RolePatch(
        name: "Gerente do Norte", weight: RoleWeight(clamping: 540),
        parentId: .to(BuiltInRoles.supervisor), grants: [.statsRead], denies: [.catalogEdit])
}

extension RoleDeletion: Described {
    package static let schema = Schema.object(
        .optional("move_users_to", .id, "Where its members go; needed when it has any"))
    package static let example = RoleDeletion(moveUsersTo: BuiltInRoles.member)
}

extension PermissionBody: Described {
    package static let schema = Schema.object(
        .field("name", .permission), .field("meaning", .words))
    package static let example = PermissionBody(
        name: .catalogRead, meaning: Permission.catalogRead.meaning)
}

extension Schema {
    fileprivate static let permissions = list(of: permission, most: 100)
}
