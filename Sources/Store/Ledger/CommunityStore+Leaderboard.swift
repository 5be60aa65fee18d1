package import Domain
package import Service

extension CommunityStore: LeaderboardStore {
    package func leaders(
        _ order: LeaderOrder, after leader: Leader?, at now: Timestamp, limit: Int
    ) async throws -> [Leader] {
        var (conditions, values) = Self.eligible(order, now)
        if let leader {
            let key = order.key(of: leader.totals)
            conditions += " and (\(order.column) < ? or (\(order.column) = ? and id > ?))"
            values += [key, key, .id(leader.id)]
        }
        let sql = """
            select id, username, bytes_up, bytes_down from account where \(conditions)
            order by \(order.column) desc, id limit ?
            """
        let first = (leader?.rank ?? 0) + 1
        return try await engine.read { [values] db in
            try db.all(sql, values + [.int(limit)]).enumerated().map { place, row in
                Leader(
                    rank: first + place, id: try row.id("id"),
                    username: try row.text("username"),
                    totals: Totals(
                        up: try row.bytes("bytes_up"), down: try row.bytes("bytes_down")))
            }
        }
    }

    package func countLeaders(_ order: LeaderOrder, at now: Timestamp) async throws -> Int {
        let (conditions, values) = Self.eligible(order, now)
        return try await engine.read { try $0.count("account where \(conditions)", values) }
    }

    private static func eligible(_ order: LeaderOrder, _ now: Timestamp) -> (String, [SQLValue]) {
        (
            """
            deleted_at is null and (ban_reason is null or ban_expires_at <= ?) and bytes_up > 0
            \(order == .ratio ? "and bytes_down > 0" : "")
            """, [.time(now)]
        )
    }
}

extension LeaderOrder {
    /// `1e0` makes it a division of doubles on every engine, and so the one that Swift makes.
    fileprivate var column: String {
        switch self {
        case .uploaded: "bytes_up"
        case .ratio: "(bytes_up * 1e0 / bytes_down)"
        }
    }

    fileprivate func key(of totals: Totals) -> SQLValue {
        switch self {
        case .uploaded: .bytes(totals.up)
        case .ratio: .real(Double(totals.up.bytes) / Double(max(1, totals.down.bytes)))
        }
    }
}
