package import Domain

/// A member's own sign-ins: where they are, and ending them.
package struct OwnSessions: Sendable {
    private let store: any OwnSessionStore & SessionStore
    private let notices: NoticeBoard
    private let clock: Clock

    package init(
        store: any OwnSessionStore & SessionStore, notices: NoticeBoard, clock: Clock
    ) {
        self.store = store
        self.notices = notices
        self.clock = clock
    }

    package func list(of person: Person) async throws -> [OwnSession] {
        try await store.openSessions(of: person.account.id, at: clock.now())
    }

    /// Also the one that asks. Somebody else's does not exist.
    package func end(_ id: SessionID, of person: Person) async throws {
        guard let session = try await list(of: person).first(where: { $0.id == id }) else {
            throw ServiceError.notFound("session")
        }
        try await store.end(family: session.family, at: clock.now())
        tell([session.family])
    }

    /// Answers how many.
    package func endOthers(of person: Person) async throws -> Int {
        let ended = try await store.endSessions(
            of: person.account.id, but: person.family, at: clock.now())
        tell(ended)
        return ended.count
    }

    private func tell(_ families: [String]) {
        for family in families {
            notices.post(
                Notice(
                    .sessionEnded, to: .session(family),
                    reason: "The session was ended from another one."))
        }
    }
}
