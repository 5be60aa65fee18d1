import API
import APIClient
import Domain
import Testing

@Suite(.timeLimit(.minutes(1))) struct EventFeedTests {
    private static func event(_ id: Int, _ title: String) -> String {
        """
        id: \(id)
        event: catalog.approved
        data: {"kind":"catalog.approved","catalog_id":\(id),"title":"\(title)"}


        """
    }

    /// The first `count` events of a feed.
    private func events(_ count: Int, of client: Client) async -> [FeedEvent] {
        var events: [FeedEvent] = []
        for await event in client.api.events() {
            events.append(event)
            if events.count == count { break }
        }
        return events
    }

    private func happened(_ id: Int64, _ title: String) -> FeedEvent {
        .happened(
            CommunityEvent(kind: .catalogApproved, catalogId: .init(id), title: title))
    }

    @Test("events come live, wherever their bytes were cut")
    func live() async throws {
        let text = ": hello\n\n" + Self.event(1, "Relatório") + Self.event(2, "東京")
        let server = try TinyServer { _, _ in
            .stream(pieces: text.map { String($0) }, staysOpen: true)
        }
        defer { server.stop() }
        let client = try Client(server.url)
        let events = await events(3, of: client)
        #expect(events == [.live, happened(1, "Relatório"), happened(2, "東京")])
        let request = try #require(server.requests.first)
        #expect(request.headers["accept"] == "text/event-stream")
        #expect(request.token == "old")
        #expect(request.headers["last-event-id"] == nil)
    }

    @Test("a stream that ends is opened again, from the last event on, and both are told")
    func reconnects() async throws {
        let server = try TinyServer { _, number in
            .stream(pieces: [Self.event(number + 7, "x")], staysOpen: number == 1)
        }
        defer { server.stop() }
        let events = await events(5, of: try Client(server.url))
        try #require(events.count == 5)
        #expect(events[..<2] == [.live, happened(7, "x")])
        guard case .reconnecting(let seconds, .unreachable) = events[2] else {
            Issue.record("\(events[2])")
            return
        }
        #expect(seconds == 1)
        #expect(events[3...] == [.live, happened(8, "x")])
        #expect(server.requests[1].headers["last-event-id"] == "7")
    }

    @Test("a listener who stops closes the line")
    func stops() async throws {
        let server = try TinyServer { _, _ in .stream(pieces: [], staysOpen: true) }
        defer { server.stop() }
        _ = await events(1, of: try Client(server.url))
        try await eventually { server.hungUp == 1 }
    }

    @Test("a dead server is waited for, and it is said for how long")
    func dead() async throws {
        let client = try Client("127.0.0.1:\(try TinyServer.deadPort())") {
            $0.longestReconnect = .milliseconds(10)
        }
        for event in await events(4, of: client) {
            guard case .reconnecting(1, .unreachable) = event else {
                Issue.record("\(event)")
                return
            }
        }
    }

    @Test("a stream that falls silent is given up and opened again")
    func silent() async throws {
        let server = try TinyServer { _, _ in .stream(pieces: [], staysOpen: true) }
        defer { server.stop() }
        let client = try Client(server.url) { $0.silence = .seconds(1) }
        let events = await events(3, of: client)
        let gone = FeedEvent.reconnecting(seconds: 1, .timedOut(host: "127.0.0.1"))
        #expect(events == [.live, gone, .live])
    }

    @Test("an old token is renewed before the stream is opened again")
    func renewed() async throws {
        let server = try TinyServer { request, _ in
            if request.target.hasSuffix("/auth/refresh") { return .json(Bodies.tokens) }
            return request.token == "new"
                ? .stream(pieces: [], staysOpen: true)
                : .problem(401, "token_expired", "The token is old.")
        }
        defer { server.stop() }
        #expect(await events(1, of: try Client(server.url)) == [.live])
    }

    @Test("the feed ends with the session, and when the server says no")
    func ends() async throws {
        let server = try TinyServer { _, _ in .problem(401, "token_reused", "It is over.") }
        defer { server.stop() }
        let events = await events(9, of: try Client(server.url))
        guard case .ended(.unauthorised) = events.first, events.count == 1 else {
            Issue.record("\(events)")
            return
        }
        let banned = try TinyServer { _, _ in .problem(403, "banned", "You are banned.") }
        defer { banned.stop() }
        let afterBan = await self.events(9, of: try Client(banned.url))
        guard case .ended(.refused) = afterBan.first, afterBan.count == 1 else {
            Issue.record("\(afterBan)")
            return
        }
    }

    @Test("a server that is busy for a moment does not end the feed")
    func busy() async throws {
        let server = try TinyServer { _, number in
            number == 0
                ? .problem(503, "unavailable", "Come back later.")
                : .stream(pieces: [], staysOpen: true)
        }
        defer { server.stop() }
        let events = await events(2, of: try Client(server.url))
        #expect(events.last == .live)
    }

    @Test("kinds that this program does not know are passed over")
    func unknownKinds() async throws {
        let server = try TinyServer { _, _ in
            .stream(
                pieces: ["data: {\"kind\":\"moon.rose\"}\n\ndata: x\n\n" + Self.event(3, "y")],
                staysOpen: true)
        }
        defer { server.stop() }
        #expect(await events(2, of: try Client(server.url)) == [.live, happened(3, "y")])
    }
}
