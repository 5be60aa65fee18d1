import Domain

extension Endpoints {
    package static let beginSecondFactor = Endpoint<
        Nothing, SecondFactorRequest, SecondFactorSecret
    >(
        .post, "/me/totp", .inPerson,
        refusals: [
            Refusal(401, ["wrong_credentials"]), .conflict("second_factor_on"),
            Refusal(429, ["too_many_attempts"]),
        ],
        "Begin a second factor: a secret for an authenticator")
    package static let confirmSecondFactor = Endpoint<Nothing, SecondFactorCode, RecoveryCodes>(
        .post, "/me/totp/confirm", .inPerson,
        refusals: [Refusal(401, ["wrong_code"]), .conflict("no_second_factor_begun")],
        "Turn the second factor on with a first code; answers the recovery codes")
    package static let removeSecondFactor = Endpoint<Nothing, SecondFactorRemoval, Nothing>(
        .delete, "/me/totp", .inPerson, status: 204,
        refusals: [
            Refusal(401, ["wrong_credentials", "second_factor_needed", "wrong_code"]),
            Refusal(404, ["not_found"]), Refusal(429, ["too_many_attempts"]),
        ],
        "Turn the second factor off")
    package static let removeMembersSecondFactor = Endpoint<Nothing, ReasonBody, Nothing>(
        .delete, "/users/{id}/totp", .permission(.usersManage), on: .membersBelow, status: 204,
        refusals: [.forbidden("own_account", "not_below_you"), .invalid("reason")],
        "Take off the second factor of a member who lost it, with a reason")

    package static let ownSessions = Endpoint<Nothing, Nothing, Page<SessionBody>>(
        .get, "/me/sessions", .inPerson, "Where the caller is signed in")
    package static let endOwnSession = Endpoint<Nothing, Nothing, Nothing>(
        .delete, "/me/sessions/{id}", .inPerson, on: .own, status: 204, "End a session")
    package static let endOtherSessions = Endpoint<Nothing, Nothing, EndedSessions>(
        .delete, "/me/sessions", .inPerson, "End every session of the caller but this one")

    package static let apiKeys = Endpoint<Nothing, Nothing, Page<APIKeyBody>>(
        .get, "/me/api-keys", .inPerson, "The caller's keys for scripts")
    package static let createAPIKey = Endpoint<Nothing, NewAPIKey, APIKeyBody>(
        .post, "/me/api-keys", .inPerson, status: 201,
        refusals: [
            .forbidden("cannot_grant"), .conflict("too_many_keys"),
            .invalid("name", "permissions", "expires_at"),
        ],
        "Make a key for scripts with some of the caller's permissions; it is shown this once")
    package static let deleteAPIKey = Endpoint<Nothing, Nothing, Nothing>(
        .delete, "/me/api-keys/{id}", .inPerson, on: .own, status: 204, "End a key at once")

    package static let securityGroup = EndpointGroup(
        "Security", "What keeps an account its owner's: second factor, sessions, keys for scripts.",
        [
            beginSecondFactor, confirmSecondFactor, removeSecondFactor, removeMembersSecondFactor,
            ownSessions, endOwnSession, endOtherSessions, apiKeys, createAPIKey, deleteAPIKey,
        ])
}
