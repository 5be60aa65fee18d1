import API

/// Exchanges a refresh token for a new pair.
struct Renewal: Sendable {
    let caller: Caller
    let reader: AnswerReader

    /// Throws `unauthorised` when the token is worth nothing any more.
    func exchange(_ refreshToken: String) async throws(APIError) -> Credentials {
        let request = try caller.request(
            Endpoints.refresh, ids: [], query: Nothing(),
            body: RefreshRequest(refreshToken: refreshToken))
        let answer = try await caller.send(request)
        do {
            try reader.check(answer, for: .signedIn)
        } catch .refused(let problem) where [400, 403].contains(problem.status) {
            // The token is malformed, or its owner is banned: asking again cannot help.
            throw .unauthorised(problem)
        }
        return Credentials(try reader.reply(TokenReply.self, in: answer))
    }
}
