package import Domain

/// One place on the leaderboard. `id`, `bytesDown` and `ratio` are there for holders of
/// `stats.read`, and for oneself.
package struct LeaderBody: Codable, Hashable, Sendable {
    /// 1 for the first.
    package let rank: Int
    package let username: String
    package let bytesUp: ByteCount
    package let id: UserID?
    package let bytesDown: ByteCount?
    package let ratio: Double?

    package init(
        rank: Int, username: String, bytesUp: ByteCount, id: UserID? = nil,
        bytesDown: ByteCount? = nil
    ) {
        self.rank = rank
        self.username = username
        self.bytesUp = bytesUp
        self.id = id
        self.bytesDown = bytesDown
        ratio = bytesDown.flatMap { Ratio(up: bytesUp, down: $0).number }
    }
}

package enum LeaderboardOrder: String, CaseIterable, Codable, Sendable {
    case uploaded, ratio
}

/// `?by=&limit=&cursor=`
package struct LeaderboardQuery: QueryParameters, Hashable {
    package var by: LeaderboardOrder
    package var page: PageQuery

    package init(by: LeaderboardOrder = .uploaded, page: PageQuery = PageQuery()) {
        self.by = by
        self.page = page
    }

    package init(reading value: (String) -> String?) throws {
        by = try QueryReading.choice("by", or: .uploaded, value)
        page = try PageQuery(reading: value)
    }

    package var pairs: [(name: String, value: String)] { [("by", by.rawValue)] + page.pairs }

    package static var parameters: [QueryParameter] {
        [
            QueryParameter(
                "by", .choice(of: LeaderboardOrder.self), fallback: "uploaded",
                "What the order is made by; `ratio` needs stats.read")
        ] + PageQuery.parameters
    }
}

extension LeaderBody: Described {
    package static let schema = Schema.object(
        .field("rank", .integer(1...Int64.max), "1 for the first"), .field("username", .username),
        .field("bytes_up", .byteCount), .optional("id", .id), .optional("bytes_down", .byteCount),
        .optional("ratio", .ratio))
    package static let example = LeaderBody(
        rank: 1, username: "ana", bytesUp: ByteCount(clamping: 3 << 40), id: UserID(7),
        bytesDown: ByteCount(clamping: 1 << 40))
}
