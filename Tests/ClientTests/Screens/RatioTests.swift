import API
import Cells
import Client
import Domain
import Testing

@Suite struct RatioTests {
    @Test("opening the pane asks for figures, history and torrents")
    func opening() {
        var stage = Sample.signedIn()
        stage.settle()
        stage.press("3")
        #expect(
            stage.effects == [
                .fetchStats(UserID(1)), .fetchHistory(UserID(1), HistoryRange.day.query),
                .fetchShares(UserID(1)),
            ])
    }

    @Test("the ratio moves by itself when the ledger says so, in the header too")
    func live() {
        var stage = Sample.signedIn()
        stage.press("3")
        stage.send(
            .communityHappened(
                CommunityEvent(kind: .ratioChanged, stats: Sample.stats(up: 500, down: 200))))
        #expect(view(stage.state).lines[0].contains("ratio 2.50"))
        stage.settle()
        stage.pass(milliseconds: 2000)
        #expect(stage.effects.contains(.fetchShares(UserID(1))))
    }

    @Test("the range goes from an hour to a year, and an answer for another one is dropped")
    func ranges() {
        var stage = Sample.signedIn()
        stage.press("3")
        let old = stage.state.ratio.range.query
        stage.settle()
        stage.press("]")
        #expect(stage.effects == [.fetchHistory(UserID(1), HistoryRange.week.query)])
        stage.send(
            .historyFetched(
                UserID(1), old, .success(HistoryReply(bucketSeconds: 3600, points: []))))
        #expect(stage.state.ratio.history == nil)
        for _ in 0..<9 { stage.press("]") }
        #expect(stage.state.ratio.range == .year)
        for _ in 0..<9 { stage.press("[") }
        #expect(stage.state.ratio.range == .hour)
    }

    @Test("anybody's ratio can be looked at with stats.read, found as one types")
    func otherMember() {
        var stage = Sample.signedIn()
        stage.press("3")
        stage.press("/")
        stage.settle()
        stage.type("br")
        #expect(
            stage.effects.last
                == .searchNames(UserQuery(q: "br", page: PageQuery(limit: 50))))
        let bruno = MemberName(id: UserID(2), username: "bruno")
        stage.send(
            .namesFound(
                UserQuery(q: "br", page: PageQuery(limit: 50)), .success(Page(items: [bruno]))))
        stage.settle()
        stage.press(.enter)
        #expect(stage.state.ratio.other?.username == "bruno")
        #expect(stage.effects.contains(.fetchStats(UserID(2))))
        stage.send(.statsFetched(UserID(2), .success(Sample.stats(up: 1, down: 10))))
        #expect(stage.shows("owes 5 GiB up to the required 0.60"))
        stage.press("m")
        #expect(stage.state.ratio.other == nil)
    }

    @Test("who may read figures and not profiles finds members by name")
    func supervisor() {
        var stage = Sample.signedIn(as: BuiltInRoles.supervisor)
        stage.press("3")
        stage.settle()
        stage.press("/")
        #expect(stage.effects == [.searchNames(UserQuery(page: PageQuery(limit: 50)))])
    }

    @Test("without stats.read the key says why not")
    func notAllowed() {
        var stage = Sample.signedIn(as: BuiltInRoles.member)
        stage.press("3")
        stage.press("/")
        #expect(stage.state.overlays.isEmpty)
        #expect(stage.status.contains("You lack the permission stats.read."))
        #expect(!stage.state.hints.contains { $0.key == "/" })
    }

    @Test(
        "how far one is from what is required is a sentence",
        arguments: [
            (412.6, 224.2, "buffer 463 GiB before the required 0.60"),
            (1.0, 4.0, "1 GiB of grace before 0.60 is required"),
            (0.0, 0.0, "5 GiB of grace before 0.60 is required"),
        ])
    func standing(up: Double, down: Double, sentence: String) {
        var stage = Sample.signedIn()
        stage.press("3")
        stage.send(.statsFetched(UserID(1), .success(Sample.stats(up: up, down: down))))
        #expect(stage.shows(sentence))
    }
}
