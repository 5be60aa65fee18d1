import Domain

extension Endpoints {
    package static let roles = Endpoint<Nothing, Nothing, Page<RoleBody>>(
        .get, "/roles", .signedIn, "Every role, lightest first")
    package static let createRole = Endpoint<Nothing, NewRole, RoleBody>(
        .post, "/roles", .permission(.rolesManage), status: 201, "Make a role")
    package static let changeRole = Endpoint<Nothing, RolePatch, RoleBody>(
        .patch, "/roles/{id}", .permission(.rolesManage), "Change a role")
    package static let deleteRole = Endpoint<Nothing, RoleDeletion, Nothing>(
        .delete, "/roles/{id}", .permission(.rolesManage), status: 204,
        "Delete a role, saying where its members go")
    package static let permissions = Endpoint<Nothing, Nothing, Page<PermissionBody>>(
        .get, "/permissions", .signedIn, "Every permission and its meaning")
}
