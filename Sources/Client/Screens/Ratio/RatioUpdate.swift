package import API
import Domain

extension AppState {
    /// Whose ratio is shown.
    package var ratioSubject: RatioState.Member? {
        ratio.other ?? session.map { RatioState.Member(id: $0.me.id, username: $0.me.username) }
    }

    package var shownStats: StatsBody? { ratio.other == nil ? session?.stats : ratio.stats }

    mutating func askRatio() -> [Effect] {
        guard let subject = ratioSubject else { return [] }
        ratio.isStale = false
        ratio.askedAt = now
        return [
            .fetchStats(subject.id), .fetchHistory(subject.id, ratio.range.query),
            .fetchShares(subject.id),
        ] + (ratio.showsBoard ? askBoard() : [])
    }

    mutating func changeRange(_ range: HistoryRange) -> [Effect] {
        remember(.undoRange, .range(ratio.range))
        return showRange(range)
    }

    mutating func showRange(_ range: HistoryRange) -> [Effect] {
        guard let subject = ratioSubject else { return [] }
        ratio.range = range
        ratio.history = nil
        return [.fetchHistory(subject.id, range.query)]
    }

    mutating func showMine() -> [Effect] {
        startOver(with: nil)
        return askRatio()
    }

    mutating func show(_ member: RatioState.Member) -> [Effect] {
        startOver(with: member.id == session?.me.id ? nil : member)
        return askRatio()
    }

    /// How it is looked at stays; what was somebody else's goes.
    private mutating func startOver(with member: RatioState.Member?) {
        var fresh = RatioState()
        fresh.range = ratio.range
        fresh.showsBoard = ratio.showsBoard
        fresh.boardOrder = ratio.boardOrder
        fresh.board = ratio.board
        fresh.other = member
        ratio = fresh
    }

    mutating func openMemberPicker() -> [Effect] {
        overlays.append(
            .picker(PickerState(.member, title: .whoseRatio, search: TextField())))
        return askMembers(named: "")
    }

    // MARK: answers

    mutating func statsFetched(_ id: UserID, _ outcome: Outcome<StatsBody>) -> [Effect] {
        switch outcome {
        case .failure(let failure): return ratioFailed(failure, of: id)
        case .success(let stats):
            if id == session?.me.id { session?.stats = stats }
            if id == ratio.other?.id { ratio.stats = stats }
            if id == ratioSubject?.id { ratio.failure = nil }
            return []
        }
    }

    mutating func historyFetched(
        _ id: UserID, _ query: HistoryQuery, _ outcome: Outcome<HistoryReply>
    ) -> [Effect] {
        guard id == ratioSubject?.id, query == ratio.range.query else { return [] }
        switch outcome {
        case .failure(let failure): return ratioFailed(failure, of: id)
        case .success(let history):
            ratio.history = history
            return []
        }
    }

    mutating func sharesFetched(_ id: UserID, _ outcome: Outcome<[TorrentShare]>) -> [Effect] {
        if id == session?.me.id, case .success(let shares) = outcome { ownShares = shares }
        guard id == ratioSubject?.id else { return [] }
        switch outcome {
        case .failure(let failure): return ratioFailed(failure, of: id)
        case .success(let shares):
            ratio.shares = shares
            return []
        }
    }

    private mutating func ratioFailed(_ failure: CommunityFailure, of id: UserID) -> [Effect] {
        if id == ratioSubject?.id { ratio.failure = failure }
        return bear(failure)
    }
}
