import API
import APIClient
import Synchronization
import Testing

@Suite(.timeLimit(.minutes(1))) struct RenewalTests {
    private static let expired = TinyReply.problem(401, "token_expired", "The token is old.")

    /// Takes the token `new` only, and exchanges `r1` for it.
    private static func strict(_ request: TinyRequest) -> TinyReply {
        if request.target.hasSuffix("/auth/refresh") {
            return request.body == #"{"refresh_token":"r1"}"#
                ? .json(Bodies.tokens) : .problem(401, "token_reused", "The session is over.")
        }
        return request.token == "new" ? .json(Bodies.settings) : expired
    }

    @Test("an old token is renewed, the call repeated, and the new pair kept")
    func renewed() async throws {
        let server = try TinyServer { request, _ in Self.strict(request) }
        defer { server.stop() }
        let client = try Client(server.url)
        _ = try await client.api.call(Endpoints.settings)
        #expect(server.requests.map(\.token) == ["old", nil, "new"])
        #expect(client.saved.last == Credentials(accessToken: "new", refreshToken: "r2"))
        _ = try await client.api.call(Endpoints.settings)
        #expect(server.requests.count == 4)
    }

    @Test("however many calls wait, one renewal is made, for the refresh token works once")
    func singleFlight() async throws {
        let server = try TinyServer { request, _ in Self.strict(request) }
        defer { server.stop() }
        let client = try Client(server.url)
        try await withThrowingTaskGroup { group in
            for _ in 0..<20 { group.addTask { try await client.api.call(Endpoints.settings) } }
            try await group.waitForAll()
        }
        #expect(server.requests.count { $0.target.hasSuffix("/auth/refresh") } == 1)
    }

    @Test("with a refresh token alone, the first call gets an access token")
    func noAccessToken() async throws {
        let server = try TinyServer { request, _ in Self.strict(request) }
        defer { server.stop() }
        _ = try await Client(server.url, access: nil).api.call(Endpoints.settings)
        #expect(server.requests.map(\.token) == [nil, "new"])
    }

    @Test("a refresh token that is not taken ends the session")
    func ended() async throws {
        let server = try TinyServer { request, _ in Self.strict(request) }
        defer { server.stop() }
        let client = try Client(server.url, refresh: "used")
        let error = await failure { () async throws(APIError) in
            try await client.api.call(Endpoints.settings)
        }
        guard case .unauthorised(let problem) = error else {
            Issue.record("\(String(describing: error))")
            return
        }
        #expect(problem?.code == "token_reused")
        #expect(client.saved.history.last == .some(nil))
        #expect(await !client.api.isSignedIn)
    }

    @Test("a fresh token that is refused too is not renewed for ever")
    func twice() async throws {
        let server = try TinyServer { request, _ in
            request.target.hasSuffix("/auth/refresh") ? .json(Bodies.tokens) : Self.expired
        }
        defer { server.stop() }
        let client = try Client(server.url)
        _ = await failure { () async throws(APIError) in
            try await client.api.call(Endpoints.settings)
        }
        #expect(server.requests.count == 3)
    }

    @Test("a server that is down at the wrong moment ends no session")
    func unreachable() async throws {
        let server = try TinyServer { request, _ in
            request.target.hasSuffix("/auth/refresh")
                ? .problem(503, "unavailable", "Come back later.") : Self.expired
        }
        defer { server.stop() }
        let client = try Client(server.url)
        _ = await failure { () async throws(APIError) in
            try await client.api.call(Endpoints.settings)
        }
        #expect(client.saved.last == Credentials(accessToken: "old", refreshToken: "r1"))
        #expect(await client.api.isSignedIn)
    }

    @Test("tokens that another program of the same person has renewed are taken over")
    func otherProgram() async throws {
        let server = try TinyServer { request, _ in Self.strict(request) }
        defer { server.stop() }
        let client = try Client(server.url)
        client.saved.save(Credentials(accessToken: "new", refreshToken: "r2"))
        _ = try await client.api.call(Endpoints.settings)
        #expect(server.requests.map(\.token) == ["old", "new"])
    }

    @Test("a program that lost the race for a renewal takes over what the winner was given")
    func raced() async throws {
        let saved = Mutex<Saved?>(nil)
        let server = try TinyServer { request, _ in
            guard request.target.hasSuffix("/auth/refresh") else { return Self.strict(request) }
            // The winner writes its tokens after the loser was refused.
            saved.withLock {
                $0?.save(Credentials(accessToken: "new", refreshToken: "r2"))
            }
            return .problem(409, "refresh_raced", "Somebody was faster.")
        }
        defer { server.stop() }
        let client = try Client(server.url)
        saved.withLock { $0 = client.saved }
        _ = try await client.api.call(Endpoints.settings)
        #expect(server.requests.map(\.token) == ["old", nil, "new"])
        #expect(await client.api.isSignedIn)
    }

    @Test("a caller who leaves does not break the renewal off for the others")
    func cancelledCaller() async throws {
        let server = try TinyServer { request, _ in
            request.target.hasSuffix("/auth/refresh") ? .silence : Self.expired
        }
        defer { server.stop() }
        let client = try Client(server.url)
        let first = Task { try await client.api.call(Endpoints.settings) }
        try await eventually { server.requests.count == 2 }
        first.cancel()
        let second = Task { try await client.api.call(Endpoints.settings) }
        try await eventually { server.requests.count == 3 }
        #expect(server.hungUp == 0)
        second.cancel()
    }

    @Test("nobody signed in is said without asking the server")
    func nobody() async throws {
        let server = try TinyServer { request, _ in Self.strict(request) }
        defer { server.stop() }
        let client = try Client(server.url, refresh: nil)
        let error = await failure { () async throws(APIError) in
            try await client.api.call(Endpoints.settings)
        }
        #expect(error == .unauthorised(nil))
        #expect(server.requests.isEmpty)
    }

    @Test(
        "a password or a code that is wrong is sent once, and renews nothing",
        arguments: ["wrong_credentials", "wrong_code", "second_factor_needed"])
    func typedWrong(code: String) async throws {
        let server = try TinyServer { _, _ in .problem(401, code, "No.") }
        defer { server.stop() }
        let client = try Client(server.url)
        let error = await failure { () async throws(APIError) in
            try await client.api.call(
                Endpoints.changePassword, body: PasswordChange(current: "a", new: "b"))
        }
        guard case .unauthorised(let problem) = error else {
            Issue.record("\(String(describing: error))")
            return
        }
        #expect(problem?.code == code)
        #expect(server.requests.count == 1)
        #expect(client.saved.history.count == 1, "what it began with")
    }

    @Test("a key for scripts is sent as it is, and nothing tries to renew it")
    func key() async throws {
        let server = try TinyServer { request, _ in
            request.token == "enx_good"
                ? .json(Bodies.settings) : .problem(401, "not_signed_in", "The key is not known.")
        }
        defer { server.stop() }
        func api(_ key: String) throws -> APIClient {
            APIClient(
                server: try #require(ServerAddress(server.url)),
                store: CredentialStore(load: { .key(key) }, save: { _ in }))
        }
        _ = try await api("enx_good").call(Endpoints.settings)
        let refused = try api("enx_bad")
        let error = await failure { () async throws(APIError) in
            try await refused.call(Endpoints.settings)
        }
        #expect(error?.description == "The key is not known.")
        #expect(server.requests.map(\.token) == ["enx_good", "enx_bad"])
    }
}
