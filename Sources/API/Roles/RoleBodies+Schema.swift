import Domain

extension RoleBody: Described {
    package static let schema = Schema.object(
        .field("id", .id), .field("name", .roleName), .field("weight", .weight),
        .optional("parent_id", .id, "The role it inherits from"),
        .field("grants", .list(of: .permission)), .field("denies", .list(of: .permission)),
        .field("effective", .list(of: .permission), "What it comes to"),
        .field("is_super_admin", .boolean), .field("users", .count),
        .optional("required_ratio", .requiredRatio, ownWord),
        .optional("grace_bytes", .graceBytes, ownWord),
        .optional("download_slots", .downloadSlots, ownWord),
        .optional("limits", .body(RoleLimitsBody.self), "What it comes to"))
    package static let example = RoleBody(
        id: RoleID(10), name: "Gerente Regional", weight: RoleWeight(clamping: 550),
        parentId: BuiltInRoles.gerente, grants: [.auditRead], denies: [.catalogEdit],
        effective: [.auditRead, .catalogRead], isSuperAdmin: false, users: 3, own: limits,
        limits: .example)

    private static let ownWord = "Left out where the roles above it, or the settings, say it"
    fileprivate static let limits = RoleLimits(
        requiredRatio: 0.4, graceBytes: ByteCount(clamping: 5_368_709_120), downloadSlots: 5)
}

extension RoleLimitsBody: Described {
    package static let schema = Schema.object(
        .field("required_ratio", .requiredRatio), .field("grace_bytes", .graceBytes),
        .field("download_slots", .downloadSlots))
    package static let example = RoleLimitsBody(MemberLimits(RoleBody.limits, .initial))
}

extension NewRole: Described {
    package static let schema = Schema.object(
        .field("name", .roleName), .field("weight", .weight),
        .optional("parent_id", .id, "The role it inherits from"),
        .field("grants", .permissions), .field("denies", .permissions),
        .optional("required_ratio", .requiredRatio), .optional("grace_bytes", .graceBytes),
        .optional("download_slots", .downloadSlots))
    package static let example = NewRole(
        name: "Gerente Regional", weight: RoleWeight(clamping: 550),
        parentId: BuiltInRoles.gerente, grants: [.auditRead], denies: [.catalogEdit],
        limits: RoleBody.limits)
}

extension RolePatch: Described {
    package static let schema = Schema.object(
        .optional("name", .roleName), .optional("weight", .weight),
        .optional("parent_id", .id, "Null: it inherits from nobody any more"),
        .optional("grants", .permissions),
        .optional("denies", .permissions),
        .optional("required_ratio", .requiredRatio, again),
        .optional("grace_bytes", .graceBytes, again),
        .optional("download_slots", .downloadSlots, again))
    package static let example = RolePatch(
        name: "Gerente do Norte", weight: RoleWeight(clamping: 540),
        parentId: .to(BuiltInRoles.supervisor), grants: [.statsRead], denies: [.catalogEdit],
        requiredRatio: .to(0.5), graceBytes: .to(ByteCount(clamping: 5_368_709_120)),
        downloadSlots: .to(3))

    private static let again = "Null: the roles above it, or the settings, say it again"
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
