import API
import Domain
import Service

/// Deleting members, and the board of those who gave most.
struct MemberRoutes {
    let site: Site

    func mount(on router: EndpointRouter) {
        let (departures, leaderboard) = (site.departures, site.leaderboard)
        router.permitted(Endpoints.deleteUser) { call, caller in
            try await departures.delete(call.id(), reason: call.body.reason, by: caller.actor)
            return Nothing()
        }
        router.signed(Endpoints.leaderboard) { call, caller in
            let (order, limit) = (LeaderOrder(call.query.by), call.query.page.limit)
            let found = try await leaderboard.leaders(
                order, after: try call.query.page.cursor.map(Leader.init(cursor:)),
                limit: limit + 1, for: caller.actor)
            let shown = found.leaders.prefix(limit)
            return Page(
                items: shown.map { LeaderBody($0, for: caller.actor) },
                nextCursor: found.leaders.count > limit ? shown.last?.cursor(order) : nil,
                total: found.total)
        }
    }
}

extension LeaderBody {
    fileprivate init(_ leader: Leader, for actor: Actor) {
        let isTold = leader.id == actor.id || actor.may(.statsRead)
        self.init(
            rank: leader.rank, username: leader.username, bytesUp: leader.totals.up,
            id: isTold ? leader.id : nil, bytesDown: isTold ? leader.totals.down : nil)
    }
}

extension LeaderOrder {
    fileprivate init(_ order: LeaderboardOrder) {
        self =
            switch order {
            case .uploaded: .uploaded
            case .ratio: .ratio
            }
    }
}

extension Leader {
    /// What somebody took is in it only where the order tells it anyway.
    fileprivate func cursor(_ order: LeaderOrder) -> String {
        "\(rank)_\(id)_\(totals.up.bytes)_\(order == .ratio ? totals.down.bytes : 0)"
    }

    fileprivate init(cursor: String) throws {
        let texts = cursor.split(separator: "_", omittingEmptySubsequences: false)
        let parts = texts.compactMap { Int64($0) }
        guard texts.count == 4, parts.count == 4, (0..<Int64(Int32.max)).contains(parts[0]),
            let up = ByteCount(parts[2]), let down = ByteCount(parts[3])
        else {
            throw QueryProblem(parameter: "cursor", expected: "the next_cursor of a page before")
        }
        self.init(
            rank: Int(parts[0]), id: UserID(parts[1]), username: "",
            totals: Totals(up: up, down: down))
    }
}
