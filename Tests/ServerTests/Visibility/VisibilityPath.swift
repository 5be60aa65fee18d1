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
            ]
        ),
        (
            "members by name",
            ["GET /users/names", "POST /users", "DELETE /users/{id}"]
        ),
        ("bytes over time, of all torrents together", ["GET /users/{id}/history"]),
        (
            "roles, permissions and settings",
            [
                "GET /roles", "POST /roles", "PATCH /roles/{id}", "DELETE /roles/{id}",
                "GET /permissions", "GET /settings", "PATCH /settings",
            ]
        ),
        ("whether the server is well", ["GET /healthz", "GET /readyz"]),
    ]

    static let all = catalog + members + community + tracker
}
