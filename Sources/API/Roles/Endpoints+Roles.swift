import Domain

extension Endpoints {
    package static let roles = Endpoint<Nothing, Nothing, Page<RoleBody>>(
        .get, "/roles", .signedIn, "Every role, lightest first")
    package static let createRole = Endpoint<Nothing, NewRole, RoleBody>(
        .post, "/roles", .permission(.rolesManage), status: 201,
        refusals: [
            .forbidden("cannot_grant", "weight_not_below_yours"),
            .conflict("name_taken", "name_looks_alike", "roles_changed"),
            .invalid(
                "name", "weight", "grants", "denies", "required_ratio", "grace_bytes",
                "download_slots"),
            Refusal(422, ["role_cycle", "unknown_parent"]),
        ],
        "Make a role")
    package static let changeRole = Endpoint<Nothing, RolePatch, RoleBody>(
        .patch, "/roles/{id}", .permission(.rolesManage), on: .rolesBelow,
        refusals: [
            .forbidden(
                "not_below_you", "cannot_grant", "weight_not_below_yours", "super_admin_is_fixed"),
            .conflict("name_taken", "name_looks_alike", "roles_changed"),
            .invalid(
                "name", "grants", "denies", "required_ratio", "grace_bytes", "download_slots"),
            Refusal(422, ["role_cycle", "unknown_parent"]),
        ],
        "Change a role")
    package static let deleteRole = Endpoint<Nothing, RoleDeletion, Nothing>(
        .delete, "/roles/{id}", .permission(.rolesManage), on: .rolesBelow, status: 204,
        refusals: [
            .forbidden(
                "not_below_you", "cannot_grant", "weight_not_below_yours", "super_admin_is_fixed"),
            .conflict("role_in_use", "role_has_children", "roles_changed"),
            .invalid("move_users_to"),
        ],
        "Delete a role, saying where its members go")
    package static let permissions = Endpoint<Nothing, Nothing, Page<PermissionBody>>(
        .get, "/permissions", .signedIn, "Every permission and its meaning")

    package static let roleGroup = EndpointGroup(
        "Roles", "Access levels, and what they may grant.",
        [roles, permissions, createRole, changeRole, deleteRole])
}
