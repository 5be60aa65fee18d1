package import Domain

package enum LeaderOrder: Hashable, Sendable {
    case uploaded
    /// Only those who took something: who took nothing has no ratio.
    case ratio
}

/// A place on the board, and where a page of it ends.
package struct Leader: Hashable, Sendable {
    package let rank: Int
    package let id: UserID
    package let username: String
    package let totals: Totals

    package init(rank: Int, id: UserID, username: String, totals: Totals) {
        self.rank = rank
        self.id = id
        self.username = username
        self.totals = totals
    }
}

package protocol LeaderboardStore: Sendable {
    /// Who gave something, is not banned at `now` and not deleted, the first first; of equals the
    /// older account. Ranks go on from that of `leader`, whose name does not matter.
    func leaders(_ order: LeaderOrder, after leader: Leader?, at now: Timestamp, limit: Int)
        async throws -> [Leader]
    func countLeaders(_ order: LeaderOrder, at now: Timestamp) async throws -> Int
}

/// Who gave most. Every member sees names and what they gave; what somebody took, and so their
/// ratio and an order by it, is for the holders of `stats.read`.
package struct Leaderboard: Sendable {
    private let store: any LeaderboardStore
    private let clock: Clock

    package init(store: any LeaderboardStore, clock: Clock) {
        self.store = store
        self.clock = clock
    }

    package func leaders(
        _ order: LeaderOrder, after leader: Leader?, limit: Int, for actor: Actor
    ) async throws -> (leaders: [Leader], total: Int) {
        if order == .ratio, let objection = Conduct.objection(to: actor, using: .statsRead) {
            throw ServiceError.objected(objection)
        }
        let now = clock.now()
        return (
            try await store.leaders(order, after: leader, at: now, limit: limit),
            try await store.countLeaders(order, at: now)
        )
    }
}
