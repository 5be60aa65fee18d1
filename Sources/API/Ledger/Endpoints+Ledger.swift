import Domain

extension Endpoints {
    package static let stats = Endpoint<Nothing, Nothing, StatsBody>(
        .get, "/users/{id}/stats", .signedIn,
        "A member's counters and ratio: one's own, or anybody's with stats.read")
    package static let history = Endpoint<HistoryQuery, Nothing, HistoryReply>(
        .get, "/users/{id}/history", .signedIn, "What a member moved over time")
    package static let shares = Endpoint<Nothing, Nothing, Page<TorrentShare>>(
        .get, "/users/{id}/torrents", .signedIn, "What a member moved, by torrent")
    package static let adjustRatio = Endpoint<Nothing, RatioAdjustment, StatsBody>(
        .post, "/users/{id}/ratio-adjustments", .permission(.ratioAdjust), status: 201,
        "Add to a member's counters, or take from them, with a reason")
    package static let reportTransfers = Endpoint<Nothing, TransferReports, Nothing>(
        .post, "/transfers/events", .signedIn, status: 204,
        "What the caller's client finished and sent")
}
