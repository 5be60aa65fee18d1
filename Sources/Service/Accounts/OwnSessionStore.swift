package import Domain

/// Where a request came from, as far as it says.
package struct Visit: Hashable, Sendable {
    package let address: IPAddress?
    /// What the client calls itself, cleaned.
    package let client: String?

    package init(address: IPAddress? = nil, client: String? = nil) {
        self.address = address
        let cleaned = client.map { OneLine.cleaned($0.prefix(400)) }?.prefix(120)
        self.client = cleaned.flatMap { $0.isEmpty ? nil : String($0) }
    }
}

/// A session that stands, as its owner sees it.
package struct OwnSession: Hashable, Sendable {
    package let id: SessionID
    package let family: String
    package let beganAt: Timestamp
    /// To the minute.
    package let seenAt: Timestamp
    package let address: String?
    package let client: String?

    package init(
        id: SessionID, family: String, beganAt: Timestamp, seenAt: Timestamp, address: String?,
        client: String?
    ) {
        self.id = id
        self.family = family
        self.beganAt = beganAt
        self.seenAt = seenAt
        self.address = address
        self.client = client
    }
}

package protocol OwnSessionStore: Sendable {
    /// What is known of a session now; a client that is `nil` stays as it was.
    func saw(family: String, _ visit: Visit, at: Timestamp) async throws
    /// Those that are not over and whose refresh token still lives, seen last first.
    func openSessions(of user: UserID, at: Timestamp) async throws -> [OwnSession]
    /// Every one of the user's but the one that is kept; answers the families that ended.
    func endSessions(of user: UserID, but kept: String, at: Timestamp) async throws -> [String]
}
