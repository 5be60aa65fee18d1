package import API
package import Client
package import Domain

/// The community, as far as effects need it: one session with one server at a time.
///
/// Everything is called from several tasks at once. Tokens are the port's own business.
package protocol CommunityPort: Sendable {
    /// Turns to that server, signs in there, and says who that is.
    func signIn(
        at server: ServerAddress, _ request: SignInRequest
    ) async throws(CommunityFailure) -> MeReply

    /// Turns to that server with the session kept for it; `nil` when there is none.
    func resume(at server: ServerAddress) async throws(CommunityFailure) -> MeReply?

    /// Ends the session there and forgets it here, whatever the server says to it.
    func signOut() async

    /// Ids fill the path's parameters in order.
    func call<Query, Body, Reply>(
        _ endpoint: Endpoint<Query, Body, Reply>, ids: [Int64], query: Query, body: Body
    ) async throws(CommunityFailure) -> Reply

    /// The `.torrent` of an entry, with the caller's announce URL.
    func torrentFile(_ id: CatalogID) async throws(CommunityFailure) -> [UInt8]

    /// Attests there what was received, when it can; nobody waits for it.
    func attest(_ receipts: [ReceivedBytes]) async

    /// What happens there, over as many connections as it takes; ends when the listener does, or
    /// after `ended`.
    func events() async -> AsyncStream<CommunityFeed>
}
