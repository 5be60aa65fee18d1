import API
import APIClient
import Domain
import Testing

@Suite(.timeLimit(.minutes(1))) struct CallTests {
    @Test("a call has its method, path, token and typed reply")
    func call() async throws {
        let server = try TinyServer { _, _ in .json(Bodies.settings) }
        defer { server.stop() }
        let settings = try await Client(server.url).api.call(Endpoints.settings)
        #expect(settings.registration == .open)
        #expect(settings.graceBytes == ByteCount(clamping: 7))
        let request = try #require(server.requests.first)
        #expect(request.method == "GET")
        #expect(request.target == "/api/v1/settings")
        #expect(request.token == "old")
        #expect(request.body.isEmpty)
    }

    @Test("ids stand in the path, parameters are escaped, bodies are JSON")
    func parts() async throws {
        let server = try TinyServer { request, _ in
            request.method == "GET"
                ? .json(#"{"items":[]}"#) : .answer(status: 204, type: "", body: "")
        }
        defer { server.stop() }
        let api = try Client(server.url).api
        let query = UserQuery(q: "São & co=1+1/?", page: PageQuery(limit: 5))
        let page = try await api.call(Endpoints.users, query: query)
        #expect(page.items.isEmpty)
        #expect(
            server.requests[0].target
                == "/api/v1/users?q=S%C3%A3o%20%26%20co%3D1%2B1%2F%3F&limit=5")
        _ = try await api.call(
            Endpoints.deleteEntry, ids: [42], body: ReasonBody(reason: "não presta"))
        #expect(server.requests[1].method == "DELETE")
        #expect(server.requests[1].target == "/api/v1/catalog/42")
        #expect(server.requests[1].headers["content-type"] == "application/json")
        #expect(server.requests[1].body == #"{"reason":"não presta"}"#)
    }

    @Test("a call without a body sends none, and says so")
    func emptyPost() async throws {
        let server = try TinyServer { _, _ in .answer(status: 204, type: "", body: "") }
        defer { server.stop() }
        let client = try Client(server.url)
        try await client.api.signOut()
        #expect(server.requests[0].method == "POST")
        #expect(server.requests[0].headers["content-length"] == "0")
        #expect(client.saved.history.last == .some(nil))
    }

    @Test("signing in keeps both tokens and sends no old one")
    func signIn() async throws {
        let server = try TinyServer { _, number in
            .json(number == 0 ? Bodies.tokens : Bodies.settings)
        }
        defer { server.stop() }
        let client = try Client(server.url)
        try await client.api.signIn(SignInRequest(username: "ana", password: "x"))
        _ = try await client.api.call(Endpoints.settings)
        #expect(server.requests[0].token == nil)
        #expect(server.requests[1].token == "new")
        #expect(client.saved.last == Credentials(accessToken: "new", refreshToken: "r2"))
    }

    @Test("a refusal is the server's problem, word for word")
    func problem() async throws {
        let server = try TinyServer { _, _ in
            .problem(403, "permission_missing", "You lack the permission settings.manage.")
        }
        defer { server.stop() }
        let api = try Client(server.url).api
        let error = await failure { () async throws(APIError) in
            try await api.call(Endpoints.changeSettings, body: SettingsPatch(requiredRatio: 1))
        }
        guard case .refused(let problem) = error else {
            Issue.record("\(String(describing: error))")
            return
        }
        #expect(problem.code == "permission_missing")
        #expect(problem.status == 403)
        #expect(error?.description == "You lack the permission settings.manage.")
        #expect(server.requests.count == 1)
    }

    @Test("a wrong password is a refusal, not the end of a session")
    func wrongPassword() async throws {
        let server = try TinyServer { _, _ in
            .problem(401, "wrong_credentials", "The name or the password is wrong.")
        }
        defer { server.stop() }
        let client = try Client(server.url, refresh: nil)
        let error = await failure { () async throws(APIError) in
            try await client.api.signIn(SignInRequest(username: "ana", password: "x"))
        }
        guard case .refused = error else {
            Issue.record("\(String(describing: error))")
            return
        }
        #expect(error?.description == "The name or the password is wrong.")
        #expect(server.requests.count == 1)
        #expect(client.saved.history.isEmpty)
    }

    @Test(
        "what is no Enxame server is told from a refusal",
        arguments: [
            TinyReply.answer(status: 502, type: "text/html", body: "<h1>Bad gateway</h1>"),
            .answer(status: 200, type: "text/html", body: "<h1>Hello</h1>"),
            .answer(status: 404, type: "application/problem+json", body: "{}"),
            .answer(status: 200, type: "application/json", body: #"{"registration":3}"#),
            .answer(status: 204, type: "", body: ""),
        ])
    func badAnswer(reply: TinyReply) async throws {
        let server = try TinyServer { _, _ in reply }
        defer { server.stop() }
        let api = try Client(server.url).api
        let error = await failure { () async throws(APIError) in
            try await api.call(Endpoints.settings)
        }
        guard case .badAnswer("127.0.0.1", _) = error else {
            Issue.record("\(String(describing: error))")
            return
        }
    }

    @Test("a redirect is not followed, so the token goes nowhere else")
    func redirect() async throws {
        let other = try TinyServer { _, _ in .json(Bodies.settings) }
        defer { other.stop() }
        let server = try TinyServer { _, _ in
            .answer(
                status: 307, type: "", body: "",
                headers: ["Location": "\(other.url)/api/v1/settings"])
        }
        defer { server.stop() }
        let api = try Client(server.url).api
        let error = await failure { () async throws(APIError) in
            try await api.call(Endpoints.settings)
        }
        #expect(error?.description.contains("it sends elsewhere, to \(other.url)") == true)
        #expect(other.requests.isEmpty)
    }

    @Test("a dead server is tried a few times and then named")
    func dead() async throws {
        let port = try TinyServer.deadPort()
        let api = try Client("127.0.0.1:\(port)").api
        let error = await failure { () async throws(APIError) in
            try await api.call(Endpoints.settings)
        }
        guard case .unreachable("127.0.0.1", _) = error else {
            Issue.record("\(String(describing: error))")
            return
        }
    }

    @Test("a question is asked again when the line breaks, an order is not")
    func retries() async throws {
        let server = try TinyServer { request, number in
            request.method == "GET" && number >= 2 ? .json(Bodies.settings) : .hangUp
        }
        defer { server.stop() }
        let api = try Client(server.url).api
        _ = try await api.call(Endpoints.settings)
        #expect(server.requests.count == 3)
        let error = await failure { () async throws(APIError) in
            try await api.call(Endpoints.approve, ids: [1])
        }
        #expect(server.requests.count == 4)
        guard case .unreachable = error else {
            Issue.record("\(String(describing: error))")
            return
        }
    }

    @Test("a server that accepts and says nothing is given up on, once")
    func slow() async throws {
        let server = try TinyServer { _, _ in .silence }
        defer { server.stop() }
        let api = try Client(server.url) { $0.call = .milliseconds(100) }.api
        let error = await failure { () async throws(APIError) in
            try await api.call(Endpoints.settings)
        }
        #expect(error == .timedOut(host: "127.0.0.1"))
        #expect(server.requests.count == 1)
    }

    @Test("an answer over the limit is broken off")
    func tooLarge() async throws {
        let server = try TinyServer { _, _ in
            .json(String(repeating: " ", count: 16_000_001))
        }
        defer { server.stop() }
        let api = try Client(server.url).api
        let error = await failure { () async throws(APIError) in
            try await api.call(Endpoints.settings)
        }
        #expect(error == .answerTooLarge(host: "127.0.0.1"))
    }

    @Test("a cancelled call ends at once, and its line is closed")
    func cancelled() async throws {
        let server = try TinyServer { _, _ in .silence }
        defer { server.stop() }
        let api = try Client(server.url).api
        let task = Task {
            await failure { () async throws(APIError) in try await api.call(Endpoints.settings) }
        }
        try await eventually { server.requests.count == 1 }
        task.cancel()
        #expect(await task.value == .cancelled)
        try await eventually { server.hungUp == 1 }
    }

    @Test("many calls run at once over one queue")
    func concurrent() async throws {
        let server = try TinyServer { _, _ in .json(Bodies.settings) }
        defer { server.stop() }
        let api = try Client(server.url).api
        try await withThrowingTaskGroup { group in
            for _ in 0..<50 { group.addTask { try await api.call(Endpoints.settings) } }
            try await group.waitForAll()
        }
        #expect(server.requests.count == 50)
    }

    @Test("a torrent comes as bytes, and a page in its place does not")
    func torrent() async throws {
        let server = try TinyServer { _, number in
            .answer(
                status: 200, type: number == 0 ? "application/x-bittorrent" : "text/html",
                body: "d4:infodee")
        }
        defer { server.stop() }
        let api = try Client(server.url).api
        #expect(try await api.torrentFile(CatalogID(9)) == Array("d4:infodee".utf8))
        #expect(server.requests[0].target == "/api/v1/catalog/9/torrent")
        let error = await failure { () async throws(APIError) in
            try await api.torrentFile(CatalogID(9))
        }
        guard case .badAnswer = error else {
            Issue.record("\(String(describing: error))")
            return
        }
    }

    @Test("a token that would be a header of its own is never sent")
    func headerInjection() async throws {
        let server = try TinyServer { _, _ in .json(Bodies.settings) }
        defer { server.stop() }
        let api = try Client(server.url, access: "x\r\nX-Evil: 1").api
        _ = await failure { () async throws(APIError) in try await api.call(Endpoints.settings) }
        #expect(server.requests.isEmpty)
    }
}
