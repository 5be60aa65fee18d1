import API
import Cells
import Client
import Domain
import Testing

@Suite struct LeaderboardTests {
    private let byUpload = LeaderboardQuery(by: .uploaded, page: PageQuery(limit: 100))

    private func open(as role: RoleID = BuiltInRoles.gerente) -> Stage {
        var stage = Sample.signedIn(as: role)
        stage.press("3")
        stage.settle()
        stage.press("b")
        return stage
    }

    @Test("b shows who gave most in place of the torrents, and the torrents again")
    func switching() {
        var stage = open()
        #expect(stage.effects == [.fetchLeaderboard(byUpload)])
        stage.answerBoard()
        #expect(stage.shows("Leaderboard") && !stage.shows("By torrent"))
        #expect(stage.screen.contains(/1 +maria +you +920G +500G +1\.84/))
        stage.press("b")
        #expect(stage.shows("By torrent"))
    }

    @Test("without stats.read there are names and what they gave, and no more")
    func member() {
        var stage = open(as: BuiltInRoles.member)
        stage.answerBoard(Sample.leadersByName)
        #expect(stage.shows("920G") && !stage.shows("500G"))
        stage.settle()
        stage.press("s")
        #expect(stage.effects.isEmpty)
        #expect(stage.status.contains("You lack the permission stats.read."))
        stage.press(.enter)
        #expect(stage.status.contains("You lack the permission stats.read."))
    }

    @Test("s orders by ratio, and an answer in the other order is dropped")
    func order() {
        var stage = open()
        stage.settle()
        stage.press("s")
        #expect(
            stage.effects == [
                .fetchLeaderboard(LeaderboardQuery(by: .ratio, page: PageQuery(limit: 100)))
            ])
        stage.send(.leaderboardFetched(byUpload, .success(Page(items: Sample.leaders))))
        #expect(stage.state.ratio.board.items.isEmpty)
        #expect(stage.shows("by ratio"))
    }

    @Test("Enter opens the ratio of the one under the cursor, and the board stays")
    func openLeader() {
        var stage = open()
        stage.answerBoard()
        stage.press(.down, .down)
        stage.settle()
        stage.press(.enter)
        #expect(stage.state.ratio.other?.username == "carla")
        #expect(stage.effects.contains(.fetchStats(UserID(3))))
        #expect(stage.shows("Leaderboard"))
    }

    @Test("when the ledger moves, the board that is shown is asked for again")
    func live() {
        var stage = open()
        stage.answerBoard()
        stage.settle()
        stage.send(
            .communityHappened(
                CommunityEvent(kind: .ratioChanged, stats: Sample.stats(up: 500, down: 200))))
        stage.pass(milliseconds: 2000)
        #expect(stage.effects.contains(.fetchLeaderboard(byUpload)))
    }

    @Test("who loses stats.read loses the order by ratio with it")
    func demoted() {
        var stage = open()
        stage.press("s")
        stage.send(.meFetched(.success(Sample.me("maria", BuiltInRoles.member))))
        stage.settle()
        stage.press("2", "3")
        #expect(stage.effects.contains(.fetchLeaderboard(byUpload)))
        #expect(stage.state.ratio.boardOrder == .uploaded)
    }
}

extension Stage {
    fileprivate mutating func press(_ letters: Character...) {
        for letter in letters { press(letter) }
    }
}
