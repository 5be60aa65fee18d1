import Domain

extension Endpoints {
    package static let leaderboard = Endpoint<LeaderboardQuery, Nothing, Page<LeaderBody>>(
        .get, "/leaderboard", .signedIn, refusals: [.forbidden("permission_missing")],
        "Who gave most; ratios, and an order by them, with stats.read")
}
