import Domain

extension Endpoints {
    package static let stats = Endpoint<Nothing, Nothing, StatsBody>(
        .get, "/users/{id}/stats", .signedIn, on: .ownOr(.statsRead),
        "A member's counters and ratio: one's own, or anybody's with stats.read")
    package static let history = Endpoint<HistoryQuery, Nothing, HistoryReply>(
        .get, "/users/{id}/history", .signedIn, on: .ownOr(.statsRead),
        "What a member moved over time")
    package static let shares = Endpoint<Nothing, Nothing, Page<TorrentShare>>(
        .get, "/users/{id}/torrents", .signedIn, on: .ownOr(.statsRead),
        "What a member moved, by torrent")
    package static let adjustRatio = Endpoint<Nothing, RatioAdjustment, StatsBody>(
        .post, "/users/{id}/ratio-adjustments", .permission(.ratioAdjust), on: .membersBelow,
        status: 201,
        refusals: [.forbidden("own_ratio", "not_below_you"), .invalid("reason", "bytes_up")],
        "Add to a member's counters, or take from them, with a reason")
    package static let reportTransfers = Endpoint<Nothing, TransferReports, Nothing>(
        .post, "/transfers/events", .signedIn, status: 204, refusals: [.invalid("events", "piece")],
        "What the caller's client finished and sent")

    package static let ledgerGroup = EndpointGroup(
        "Ledger", "Who gave and took how much.",
        [stats, history, shares, adjustRatio, reportTransfers, leaderboard])
}
