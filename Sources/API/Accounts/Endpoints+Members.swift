import Domain

extension Endpoints {
    package static let deleteUser = Endpoint<Nothing, ReasonBody, Nothing>(
        .delete, "/users/{id}", .permission(.usersManage), on: .membersBelow, status: 204,
        refusals: [
            .forbidden("own_account", "not_below_you"), .conflict("last_super_admin"),
            .invalid("reason"),
        ],
        "Delete an account, with a reason; no ledger row, audit entry or upload goes with it")
}
