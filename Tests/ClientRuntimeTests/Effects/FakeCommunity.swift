import API
import Client
import ClientRuntime
import Domain
import Synchronization

/// A community that answers what it was told to, and writes down what it was asked.
final class FakeCommunity: CommunityPort {
    private struct State {
        var answers: [String: any Sendable] = [:]
        var failure: CommunityFailure?
        var feed: [CommunityFeed] = []
        var asked: [String] = []
    }

    private let state = Mutex(State())

    /// Method, path, query and body of each call, in order.
    var asked: [String] { state.withLock { $0.asked } }

    func answer(_ path: String, with value: any Sendable) {
        state.withLock { $0.answers[path] = value }
    }

    func fail(with failure: CommunityFailure) { state.withLock { $0.failure = failure } }
    func tell(_ feed: [CommunityFeed]) { state.withLock { $0.feed = feed } }

    private func note(_ text: String) throws(CommunityFailure) {
        let failure = state.withLock { state in
            state.asked.append(text)
            return state.failure
        }
        if let failure { throw failure }
    }

    func signIn(
        at server: ServerAddress, _ request: SignInRequest
    ) async throws(CommunityFailure) -> MeReply {
        try note("sign in at \(server) as \(request.username)")
        return Fakes.me
    }

    func resume(at server: ServerAddress) async throws(CommunityFailure) -> MeReply? {
        try note("resume at \(server)")
        return nil
    }

    func signOut() async { try? note("sign out") }

    func attest(_ receipts: [ReceivedBytes]) async {
        try? note("attest \(receipts.map(\.bytes.bytes))")
    }

    func call<Query, Body, Reply>(
        _ endpoint: Endpoint<Query, Body, Reply>, ids: [Int64], query: Query, body: Body
    ) async throws(CommunityFailure) -> Reply {
        let parameters = query.pairs.map { "\($0.name)=\($0.value)" }.joined(separator: "&")
        let path = endpoint.path(ids, prefix: "")
        let content =
            body is Nothing
            ? "" : (try? WireCoding.encode(body)).map { String(decoding: $0, as: UTF8.self) } ?? ""
        try note(
            ["\(endpoint.method.rawValue) \(path)", parameters, content]
                .filter { !$0.isEmpty }.joined(separator: " "))
        if Reply.self == Nothing.self, let nothing = Nothing() as? Reply { return nothing }
        guard let answer = state.withLock({ $0.answers[path] }) as? Reply else {
            throw CommunityFailure(.missing, "nothing was prepared for \(path)")
        }
        return answer
    }

    func torrentFile(_ id: CatalogID) async throws(CommunityFailure) -> [UInt8] {
        try note("torrent of \(id)")
        return [UInt8(truncatingIfNeeded: id.rawValue)]
    }

    func events() async -> AsyncStream<CommunityFeed> {
        let feed = state.withLock { $0.feed }
        return AsyncStream { stream in
            for event in feed { stream.yield(event) }
            stream.finish()
        }
    }
}
