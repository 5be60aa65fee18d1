import API
import APIClient
import Client
import ClientRuntime
import Domain
import Synchronization

/// The community over HTTP: one `APIClient` at a time.
final class CommunityAdapter: CommunityPort {
    private let whereabouts: Whereabouts
    private let current = Mutex<APIClient?>(nil)
    private let receipts = Mutex<ReceiptSender?>(nil)

    private let isReady: @Sendable (ServerAddress) async -> Void

    /// - Parameter isReady: returns when that server is up, if it starts with this program.
    init(whereabouts: Whereabouts, isReady: @escaping @Sendable (ServerAddress) async -> Void) {
        self.whereabouts = whereabouts
        self.isReady = isReady
    }

    func signIn(
        at server: ServerAddress, _ request: SignInRequest
    ) async throws(CommunityFailure) -> MeReply {
        await isReady(server)
        return try await asking { () throws(APIError) in
            let client = await self.client(of: server)
            try await client.signIn(request)
            return try await self.enter(client)
        }
    }

    func resume(at server: ServerAddress) async throws(CommunityFailure) -> MeReply? {
        let sessions = whereabouts.sessions(of: server.url)
        guard let kept = await FileQueue.run({ sessions.server(server.url) }),
            kept.refreshToken != nil
        else { return nil }
        let client = await self.client(of: server)
        // Who cannot be asked now is asked later, with the same session.
        if let username = kept.username { adopt(client, as: username, announcingTo: "") }
        await isReady(server)
        do {
            return try await asking { () throws(APIError) in try await self.enter(client) }
        } catch {
            if error.endsSession { current.withLock { $0 = nil } }
            throw error
        }
    }

    func signOut() async {
        let client = current.withLock { client in
            defer { client = nil }
            return client
        }
        receipts.withLock { $0 = nil }
        try? await client?.signOut()
    }

    func attest(_ received: [ReceivedBytes]) async {
        guard let sender = receipts.withLock({ $0 }) else { return }
        await sender.note(received)
        await sender.send()
    }

    func call<Query, Body, Reply>(
        _ endpoint: Endpoint<Query, Body, Reply>, ids: [Int64], query: Query, body: Body
    ) async throws(CommunityFailure) -> Reply {
        try await asking { () throws(APIError) in
            try await self.signedIn().call(endpoint, ids: ids, query: query, body: body)
        }
    }

    func torrentFile(_ id: CatalogID) async throws(CommunityFailure) -> [UInt8] {
        try await asking { () throws(APIError) in try await self.signedIn().torrentFile(id) }
    }

    func events() async -> AsyncStream<CommunityFeed> {
        let (stream, feed) = AsyncStream.makeStream(of: CommunityFeed.self)
        guard let client = try? signedIn() else {
            feed.finish()
            return stream
        }
        let task = Task {
            for await event in client.events() { feed.yield(CommunityFeed(event)) }
            feed.finish()
        }
        feed.onTermination = { _ in task.cancel() }
        return stream
    }

    /// It reads the session kept for that server.
    private func client(of server: ServerAddress) async -> APIClient {
        let sessions = whereabouts.sessions(of: server.url)
        return await FileQueue.run {
            APIClient(server: server, store: sessions.credentials(of: server.url))
        }
    }

    private func enter(_ client: APIClient) async throws(APIError) -> MeReply {
        let me = try await client.call(Endpoints.me)
        adopt(client, as: me.username, announcingTo: me.announceURL)
        return me
    }

    private func adopt(_ client: APIClient, as username: String, announcingTo url: String) {
        current.withLock { $0 = client }
        receipts.withLock { $0 = ReceiptSender(client: client) }
        whereabouts.signedIn(to: client.server.url, as: username, announcingTo: url)
    }

    private func signedIn() throws(APIError) -> APIClient {
        guard let client = current.withLock({ $0 }) else { throw .unauthorised(nil) }
        return client
    }

    private func asking<T>(
        _ question: () async throws(APIError) -> T
    ) async throws(CommunityFailure) -> T {
        do {
            return try await question()
        } catch {
            throw CommunityFailure(error)
        }
    }
}

extension CommunityFailure {
    init(_ error: APIError) {
        switch error {
        case .unreachable, .timedOut, .untrusted: self.init(.unreachable, "\(error)")
        case .unauthorised(let problem): self.init(.signedOut, code: problem?.code, "\(error)")
        case .refused(let problem):
            let kind: Kind =
                switch problem.status {
                case 401: .signedOut
                case 403, 409: .refused
                case 404: .missing
                case 400, 413, 422: .invalid
                case 429: .limited
                default: .broken
                }
            self.init(kind, code: problem.code, problem.detail)
        case .badAnswer, .answerTooLarge, .cancelled: self.init(.broken, "\(error)")
        }
    }
}

extension CommunityFeed {
    fileprivate init(_ event: FeedEvent) {
        self =
            switch event {
            case .live: .connected
            case .reconnecting(let seconds, _): .interrupted(retryInSeconds: seconds)
            case .happened(let event): .happened(event)
            case .ended(let error): .ended(CommunityFailure(error))
            }
    }
}
