import API

/// Holds the credentials and renews them, one renewal at a time.
actor SessionKeeper {
    private let store: CredentialStore
    private let renewal: Renewal
    private var credentials: Credentials?
    private var underWay: Task<Result<String, APIError>, Never>?

    init(store: CredentialStore, renewal: Renewal) {
        self.store = store
        self.renewal = renewal
        credentials = store.load()
    }

    var current: Credentials? { credentials }

    var canRenew: Bool { credentials?.isKey == false }

    func replace(_ new: Credentials?) {
        credentials = new
        store.save(new)
    }

    /// A token to use in place of `stale`, which the server did not take, or which was missing.
    func accessToken(insteadOf stale: String?) async throws(APIError) -> String {
        guard let held = credentials else { throw .unauthorised(nil) }
        if let token = held.accessToken, token != stale { return token }
        // Not a child of the caller: a renewal that is cancelled after it was sent would leave a
        // used-up token behind, and its reuse ends the whole session.
        let task = underWay ?? Task { await renewed(held) }
        underWay = task
        return try await task.value.get()
    }

    /// The tokens that another program of the same person has just been given.
    private func takenOver(from held: Credentials) async -> String? {
        for _ in 0..<20 {
            if let stored = store.load(), stored.refreshToken != held.refreshToken,
                let token = stored.accessToken
            {
                credentials = stored
                return token
            }
            try? await Task.sleep(for: .milliseconds(100))
        }
        return nil
    }

    private func renewed(_ held: Credentials) async -> Result<String, APIError> {
        defer { underWay = nil }
        if held.isKey { return .failure(.unauthorised(nil)) }
        // Another program of the same person may have been first.
        if let stored = store.load(), stored.refreshToken != held.refreshToken,
            let token = stored.accessToken
        {
            credentials = stored
            return .success(token)
        }
        do throws(APIError) {
            let fresh = try await renewal.exchange(held.refreshToken)
            // Whoever signed in or out meanwhile has the last word.
            if credentials == held { replace(fresh) }
        } catch .refused(let problem) where problem.code == "refresh_raced" {
            // The other program is about to write what it got.
            guard let token = await takenOver(from: held) else {
                return .failure(.refused(problem))
            }
            return .success(token)
        } catch {
            if credentials == held, case .unauthorised = error { replace(nil) }
            return .failure(error)
        }
        guard let token = credentials?.accessToken else { return .failure(.unauthorised(nil)) }
        return .success(token)
    }
}
