package import API

extension APIClient {
    package func call<Reply>(
        _ endpoint: Endpoint<Nothing, Nothing, Reply>, ids: [Int64] = []
    ) async throws(APIError) -> Reply {
        try await call(endpoint, ids: ids, query: Nothing(), body: Nothing())
    }

    package func call<Query, Reply>(
        _ endpoint: Endpoint<Query, Nothing, Reply>, ids: [Int64] = [], query: Query
    ) async throws(APIError) -> Reply {
        try await call(endpoint, ids: ids, query: query, body: Nothing())
    }

    package func call<Body, Reply>(
        _ endpoint: Endpoint<Nothing, Body, Reply>, ids: [Int64] = [], body: Body
    ) async throws(APIError) -> Reply {
        try await call(endpoint, ids: ids, query: Nothing(), body: body)
    }

    // MARK: the session

    package var isSignedIn: Bool { get async { await session.current != nil } }

    package func signIn(_ request: SignInRequest) async throws(APIError) {
        await session.replace(Credentials(try await call(Endpoints.signIn, body: request)))
    }

    /// Forgets the credentials whatever the server says to it.
    package func signOut() async throws(APIError) {
        do {
            _ = try await call(Endpoints.signOut)
        } catch {
            await session.replace(nil)
            throw error
        }
        await session.replace(nil)
    }
}
