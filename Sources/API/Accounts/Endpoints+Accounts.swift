import Domain

extension Endpoints {
    package static let register = Endpoint<Nothing, SignInRequest, UserBody>(
        .post, "/auth/register", .anyone, status: 201,
        "Open an account, where registration is open")
    package static let signIn = Endpoint<Nothing, SignInRequest, TokenReply>(
        .post, "/auth/login", .anyone, "Sign in with a name and a password")
    package static let refresh = Endpoint<Nothing, RefreshRequest, TokenReply>(
        .post, "/auth/refresh", .anyone,
        "Exchange a refresh token for a new pair; a reused one ends its family")
    package static let signOut = Endpoint<Nothing, Nothing, Nothing>(
        .post, "/auth/logout", .signedIn, status: 204, "End this session")

    package static let me = Endpoint<Nothing, Nothing, MeReply>(
        .get, "/me", .signedIn, "The caller's account, permissions and ratio")
    package static let changePassword = Endpoint<Nothing, PasswordChange, Nothing>(
        .put, "/me/password", .signedIn, status: 204,
        "Change the password; every session ends")
    package static let resetPasskey = Endpoint<Nothing, Nothing, MeReply>(
        .post, "/me/passkey/reset", .signedIn, "Replace the passkey of the announce URL")

    package static let users = Endpoint<UserQuery, Nothing, Page<UserBody>>(
        .get, "/users", .permission(.usersRead), "List members by name")
    package static let memberNames = Endpoint<UserQuery, Nothing, Page<MemberName>>(
        .get, "/users/names", .permission(.statsRead), "Find members by name, to look at ratios")
    package static let createUser = Endpoint<Nothing, NewUser, UserBody>(
        .post, "/users", .permission(.usersManage), status: 201, "Create a member")
    package static let user = Endpoint<Nothing, Nothing, UserBody>(
        .get, "/users/{id}", .permission(.usersRead), "One member")
    package static let changeUser = Endpoint<Nothing, UserPatch, UserBody>(
        .patch, "/users/{id}", .permission(.usersManage), "Give a member another role")
    package static let banUser = Endpoint<Nothing, BanBody, UserBody>(
        .post, "/users/{id}/ban", .permission(.usersBan), "Ban a member, with a reason")
    package static let unbanUser = Endpoint<Nothing, Nothing, UserBody>(
        .delete, "/users/{id}/ban", .permission(.usersBan), "Lift a ban")
}
