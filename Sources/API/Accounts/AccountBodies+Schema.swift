import Domain

extension SignInRequest: Described {
    package static let schema = Schema.object(
        .field("username", .username), .field("password", .password),
        .optional("code", .secondFactorCode, "Where the account has a second factor"))
    package static let example = SignInRequest(
        username: "ana", password: "sete abelhas e um favo", code: "287082")
}

extension RefreshRequest: Described {
    package static let schema = Schema.object(.field("refresh_token", .text(0...1000)))
    package static let example = RefreshRequest(
        refreshToken: "q83vEjRWeJCrze8SNFZ4kKvN7xI0VniQq83vEjRWeJA")
}

extension TokenReply: Described {
    package static let schema = Schema.object(
        .field("access_token", .words, "A JWT for the header `Authorization: Bearer …`"),
        .field("refresh_token", .words, "Works once, at `/auth/refresh`"),
        .field("token_type", .choice(["Bearer"])),
        .field("expires_in", .count, "Seconds the access token lives"))
    package static let example = TokenReply(
        accessToken: "eyJhbGciOiJIUzI1NiJ9.e30.c2lnbmF0dXJl",
        refreshToken: RefreshRequest.example.refreshToken, expiresIn: 900)
}

extension PasswordChange: Described {
    package static let schema = Schema.object(
        .field("current", .password), .field("new", .newPassword))
    package static let example = PasswordChange(
        current: SignInRequest.example.password, new: "oito abelhas e um favo")
}

extension RoleReference: Described {
    package static let schema = Schema.object(
        .field("id", .id), .field("name", .roleName), .field("weight", .weight))
    package static let example = RoleReference(
        id: BuiltInRoles.member, name: "Member", weight: RoleWeight(clamping: 100))
}

extension MeReply: Described {
    package static let schema = Schema.object(
        .field("id", .id), .field("username", .username), .field("role", .body(RoleReference.self)),
        .field("permissions", .list(of: .permission), "All that the role comes to"),
        .field("stats", .body(StatsBody.self)),
        .field(
            "announce_url", .words,
            "Holds the caller's passkey: a secret. Empty for a key that may not read the catalog"),
        .field("second_factor", .boolean, "Whether signing in asks for a code too"))
    package static let example = MeReply(
        id: UserID(7), username: "ana", role: .example,
        permissions: [.catalogPublish, .catalogRead], stats: .example,
        announceURL: "http://127.0.0.1:6969/announce?passkey=0123456789abcdef0123456789abcdef")
}

extension UserBody: Described {
    package static let schema = Schema.object(
        .field("id", .id), .field("username", .username), .field("role", .body(RoleReference.self)),
        .field("stats", .body(StatsBody.self)), .field("created_at", .timestamp),
        .optional("ban", .body(BanBody.self), "Left out where there is none"),
        .optional("invited_by", .body(MemberName.self), "In the profile of one member"))
    package static let example = UserBody(
        id: UserID(7), username: "ana", role: .example, stats: .example,
        createdAt: Timestamp(seconds: 1_790_000_000), ban: .example,
        invitedBy: MemberName(id: UserID(3), username: "caio"))
}

extension MemberName: Described {
    package static let schema = Schema.object(.field("id", .id), .field("username", .username))
    package static let example = MemberName(id: UserID(7), username: "ana")
}

extension NewUser: Described {
    package static let schema = Schema.object(
        .field("username", .username), .field("password", .newPassword), .field("role_id", .id))
    package static let example = NewUser(
        username: "bia", password: "nove abelhas e um favo", roleId: BuiltInRoles.member)
}

extension UserPatch: Described {
    package static let schema = Schema.object(.field("role_id", .id))
    package static let example = UserPatch(roleId: BuiltInRoles.guest)
}

extension BanBody: Described {
    package static let schema = Schema.object(
        .field("reason", .reason),
        .optional("expires_at", .timestamp, "In the future; left out for good"))
    package static let example = BanBody(
        reason: "Cheating the ratio", expiresAt: Timestamp(seconds: 4_102_444_800))
}

extension UserQuery {
    package static var parameters: [QueryParameter] {
        [
            QueryParameter("q", .text(0...1000), fallback: "", "A part of the name")
        ] + PageQuery.parameters
    }
}
