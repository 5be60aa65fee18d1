package import API
package import Domain

/// Calls to one server, typed by its endpoints.
///
/// Invariants:
/// 1. A token goes to this server and to nobody else: redirects are not followed, certificates are
///    verified, no proxy stands between two programs on one machine.
/// 2. A token that is not taken is renewed once a call, and by one renewal however many calls wait.
///    A password or a code that is not taken is sent once.
/// 3. Only what may be done twice is tried twice.
package final class APIClient: Sendable {
    /// The largest that the server takes, and an announce URL.
    private static let maximumTorrent = 10_100_000

    package static let version = "0.1.0"

    package let server: ServerAddress
    let caller: Caller
    let session: SessionKeeper
    let reader: AnswerReader

    package init(
        server: ServerAddress, store: CredentialStore = .none, pace: ClientPace = ClientPace()
    ) {
        let caller = Caller(server: server, pace: pace)
        let reader = AnswerReader(host: server.host)
        self.server = server
        self.caller = caller
        self.reader = reader
        session = SessionKeeper(store: store, renewal: Renewal(caller: caller, reader: reader))
    }

    /// Ids fill the path's parameters in order.
    package func call<Query, Body, Reply>(
        _ endpoint: Endpoint<Query, Body, Reply>, ids: [Int64] = [], query: Query, body: Body
    ) async throws(APIError) -> Reply {
        let request = try caller.request(endpoint, ids: ids, query: query, body: body)
        let answer = try await send(request, as: endpoint.access)
        return try reader.reply(Reply.self, in: answer)
    }

    /// The `.torrent` of an entry, with the caller's announce URL.
    package func torrentFile(_ id: CatalogID) async throws(APIError) -> [UInt8] {
        let endpoint = Endpoints.torrentFile
        var request = try caller.request(
            endpoint, ids: [id.rawValue], query: Nothing(), body: Nothing())
        request.bodyLimit = Self.maximumTorrent
        let answer = try await send(request, as: endpoint.access)
        guard answer.head.contentType == "application/x-bittorrent" else {
            throw reader.badAnswer("it sent something else than a torrent")
        }
        return answer.body
    }

    /// A success; whatever else comes is thrown.
    private func send(
        _ request: HTTPRequest, as access: Access
    ) async throws(APIError) -> HTTPAnswer {
        var answer: HTTPAnswer
        if access == .anyone {
            answer = try await caller.send(request)
        } else {
            let token = try await session.accessToken(insteadOf: nil)
            answer = try await caller.send(request.authorised(by: token))
            if reader.doubtsToken(answer), await session.canRenew {
                let fresh = try await session.accessToken(insteadOf: token)
                answer = try await caller.send(request.authorised(by: fresh))
            }
        }
        try reader.check(answer, for: access)
        return answer
    }
}
