import Testing

/// One path of the server, and what of a hidden entry may be seen there: nothing.
struct VisibilityPath: CustomTestStringConvertible, Sendable {
    typealias Check = @Sendable (HidingScene) async throws -> Void

    /// As `GET /catalog/{id}`; paths of the tracker begin with `tracker`.
    let name: String
    let check: Check

    var testDescription: String { name }

    init(_ name: String, _ check: @escaping Check) {
        self.name = name
        self.check = check
    }

    /// Paths whose answers hold nothing of any entry, each group with the reason why.
    static let withoutEntries: [(why: String, paths: Set<String>)] = [
        (
            "signing in and one's own account: names, secrets and one's own counters",
            [
                "POST /auth/register", "POST /auth/login", "POST /auth/refresh",
                "POST /auth/logout", "GET /me", "PUT /me/password", "POST /me/passkey/reset",
                "POST /me/totp", "POST /me/totp/confirm", "DELETE /me/totp",
                "GET /me/sessions", "DELETE /me/sessions", "DELETE /me/sessions/{id}",
                "GET /me/api-keys", "POST /me/api-keys", "DELETE /me/api-keys/{id}",
            ]
        ),
        (
            "members by name",
            [
                "GET /users/names", "POST /users", "DELETE /users/{id}",
                "DELETE /users/{id}/totp", "GET /invitations", "POST /invitations",
                "DELETE /invitations/{id}",
            ]
        ),
        ("bytes over time, of all torrents together", ["GET /users/{id}/history"]),
        (
            "roles, permissions and settings",
            [
                "GET /roles", "POST /roles", "PATCH /roles/{id}", "DELETE /roles/{id}",
                "GET /permissions", "GET /settings", "PATCH /settings",
            ]
        ),
        (
            "what staff writes down about members, addresses and clients",
            [
                "GET /users/{id}/notes", "POST /users/{id}/notes",
                "DELETE /users/{id}/notes/{note_id}", "GET /bans/addresses",
                "POST /bans/addresses", "DELETE /bans/addresses/{id}", "GET /bans/clients",
                "POST /bans/clients", "DELETE /bans/clients/{id}",
            ]
        ),
        (
            "keys for receipts, and what a client attests of torrents that it had a session on",
            ["POST /receipts/key"]
        ),
        (
            "whether the server is well, and what it can be asked",
            ["GET /healthz", "GET /readyz", "GET /openapi.json", "GET /docs"]
        ),
    ]

    static let all = catalog + members + community + tracker
}
