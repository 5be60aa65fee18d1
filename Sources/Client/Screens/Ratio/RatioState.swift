package import API
package import Domain

/// What a member gave and took.
package struct RatioState: Equatable, Sendable {
    package struct Member: Hashable, Sendable {
        package let id: UserID
        package let username: String

        package init(id: UserID, username: String) {
            self.id = id
            self.username = username
        }
    }

    /// `nil`: the one who is signed in.
    package var other: Member?
    package var range = HistoryRange.day
    /// Of `other`; one's own are the session's.
    package var stats: StatsBody?
    package var history: HistoryReply?
    package var shares: [TorrentShare]?
    package var cursor = ListCursor()
    /// The leaderboard stands where the torrents stood.
    package var showsBoard = false
    package var boardOrder = LeaderboardOrder.uploaded
    package var board = PagedList<LeaderBody>()
    package var failure: CommunityFailure?
    /// The ledger moved; the graph and the table are asked for again, quietly.
    package var isStale = false
    package var askedAt = Moment(milliseconds: 0)

    package init() {}
}
