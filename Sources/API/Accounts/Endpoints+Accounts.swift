import Domain

extension Endpoints {
    package static let register = Endpoint<Nothing, Registration, UserBody>(
        .post, "/auth/register", .anyone, status: 201,
        refusals: [
            .forbidden("registration_closed", "invitation_needed"),
            .conflict("name_taken", "name_looks_alike"),
            .invalid("username", "password", "invite_code"),
        ],
        "Open an account, where registration is open or with an invitation")
    package static let signIn = Endpoint<Nothing, SignInRequest, TokenReply>(
        .post, "/auth/login", .anyone,
        refusals: [
            Refusal(401, ["wrong_credentials", "second_factor_needed", "wrong_code"]),
            .forbidden("banned"), Refusal(429, ["too_many_attempts"]),
        ],
        "Sign in with a name and a password")
    package static let refresh = Endpoint<Nothing, RefreshRequest, TokenReply>(
        .post, "/auth/refresh", .anyone,
        refusals: [
            Refusal(401, ["not_signed_in"]), .forbidden("banned"), .conflict("refresh_raced"),
        ],
        "Exchange a refresh token for a new pair; a reused one ends its family")
    package static let signOut = Endpoint<Nothing, Nothing, Nothing>(
        .post, "/auth/logout", .inPerson, status: 204, "End this session")

    package static let sessionGroup = EndpointGroup(
        "Sessions", "Signing in and out.", [register, signIn, refresh, signOut])

    package static let me = Endpoint<Nothing, Nothing, MeReply>(
        .get, "/me", .signedIn, "The caller's account, permissions and ratio")
    package static let changePassword = Endpoint<Nothing, PasswordChange, PasswordChanged>(
        .put, "/me/password", .inPerson,
        refusals: [
            Refusal(401, ["wrong_credentials"]), .invalid("password"),
            Refusal(429, ["too_many_attempts"]),
        ],
        "Change the password; every session and key ends, and the passkey is another")
    package static let resetPasskey = Endpoint<Nothing, Nothing, MeReply>(
        .post, "/me/passkey/reset", .inPerson, "Replace the passkey of the announce URL")

    package static let selfGroup = EndpointGroup(
        "Oneself", "The caller's own account.", [me, changePassword, resetPasskey])

    package static let users = Endpoint<UserQuery, Nothing, Page<UserBody>>(
        .get, "/users", .permission(.usersRead), "List members by name")
    package static let memberNames = Endpoint<UserQuery, Nothing, Page<MemberName>>(
        .get, "/users/names", .permission(.statsRead), "Find members by name, to look at ratios")
    package static let createUser = Endpoint<Nothing, NewUser, UserBody>(
        .post, "/users", .permission(.usersManage), status: 201,
        refusals: [
            .forbidden("cannot_grant", "weight_not_below_yours"),
            .conflict("name_taken", "name_looks_alike"),
            .invalid("username", "password", "role_id"),
        ],
        "Create a member")
    package static let user = Endpoint<Nothing, Nothing, UserBody>(
        .get, "/users/{id}", .permission(.usersRead), on: .anyMember, "One member")
    package static let changeUser = Endpoint<Nothing, UserPatch, UserBody>(
        .patch, "/users/{id}", .permission(.usersManage), on: .membersBelow,
        refusals: [
            .forbidden("own_role", "not_below_you", "cannot_grant", "weight_not_below_yours"),
            .conflict("last_super_admin"), .invalid("role_id"),
        ],
        "Give a member another role")
    package static let banUser = Endpoint<Nothing, BanBody, UserBody>(
        .post, "/users/{id}/ban", .permission(.usersBan), on: .membersBelow,
        refusals: [
            .forbidden("own_account", "not_below_you"), .conflict("last_super_admin"),
            .invalid("reason", "expires_at"),
        ],
        "Ban a member, with a reason")
    package static let unbanUser = Endpoint<Nothing, Nothing, UserBody>(
        .delete, "/users/{id}/ban", .permission(.usersBan), on: .membersBelow,
        refusals: [.forbidden("own_account", "not_below_you")], "Lift a ban")

    package static let memberGroup = EndpointGroup(
        "Members", "Who belongs to the community, and with which role.",
        [
            users, memberNames, createUser, user, changeUser, banUser, unbanUser, deleteUser,
        ])
}
