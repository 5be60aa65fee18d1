import API
import Domain

extension AppState {
    mutating func askBoard() -> [Effect] {
        // Who may not read ratios any more is not shown an order by them.
        if session?.may(.statsRead) != true { ratio.boardOrder = .uploaded }
        return [.fetchLeaderboard(boardQuery(ratio.board.ask()))]
    }

    mutating func followBoard() -> [Effect] {
        guard tab == .ratio, ratio.showsBoard, let page = ratio.board.askMore() else { return [] }
        return [.fetchLeaderboard(boardQuery(page))]
    }

    private func boardQuery(_ page: PageQuery) -> LeaderboardQuery {
        LeaderboardQuery(by: ratio.boardOrder, page: page)
    }

    mutating func leaderboardFetched(
        _ query: LeaderboardQuery, _ outcome: Outcome<Page<LeaderBody>>
    ) -> [Effect] {
        guard query.by == ratio.boardOrder else { return [] }
        return ratio.board.take(outcome, for: query.page) { $0.username }.map { bear($0) } ?? []
    }

    // MARK: acts

    mutating func switchBoard() -> [Effect] {
        ratio.showsBoard.toggle()
        return ratio.showsBoard ? askBoard() : []
    }

    mutating func orderBoard() -> [Effect] {
        ratio.boardOrder = ratio.boardOrder == .uploaded ? .ratio : .uploaded
        ratio.board = PagedList()
        return askBoard()
    }

    mutating func showLeader() -> [Effect] {
        guard let leader = ratio.board.current, let id = leader.id else { return [] }
        return show(RatioState.Member(id: id, username: leader.username))
    }
}
