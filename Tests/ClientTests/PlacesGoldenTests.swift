import API
import Cells
import Client
import Domain
import Testing

/// Places that are passed through, and those where something is missing.
@Suite struct PlacesGoldenTests {
    private static let built = Size(width: 120, height: 40)

    @Test(
        "places on the way to others",
        arguments: [
            (KeyContext.signIn, "sign-in servers"), (.waiting, "waiting"), (.entry, "entry"),
            (.marks, "transfers marked"), (.adminMenu, "admin menu"),
            (.searching, "searching members"),
            (.picker, "role picker"), (.form, "staged reason"), (.palette, "palette"),
        ])
    func passing(context: KeyContext, name: String) throws {
        let scene = try #require(
            Scene.all(in: context, Self.built).first { $0.name == name })
        try Golden.expect(
            scene.stage.state, "place-" + name.replacing(" ", with: "-"))
    }

    @Test("a member is chosen by name")
    func member() throws {
        var stage = Sample.busy()
        stage.press("3")
        stage.showRatio()
        stage.press("/")
        stage.type("a")
        let asked = stage.effects.compactMap { effect -> UserQuery? in
            if case .searchNames(let query) = effect { query } else { nil }
        }
        let query = try #require(asked.last)
        let members = Sample.users.map { MemberName(id: $0.id, username: $0.username) }
        stage.send(.namesFound(query, .success(Page(items: members))))
        try Golden.expect(stage.state, "ratio-member-picker")
    }

    @Test("a search that finds nothing says so, and how to get back")
    func nothing() throws {
        var stage = Sample.busy()
        stage.press("/")
        stage.type("zzz")
        stage.answerCatalog(Sample.page([]))
        try Golden.expect(stage.state, "catalog-nothing")
    }

    @Test("without the community everything stays, and the line counts down")
    func away() throws {
        var stage = Sample.busy()
        stage.send(.eventsInterrupted(retryInSeconds: 4))
        try Golden.expect(stage.state, "catalog-away")
    }

    @Test("lists without rows say what brings some", arguments: ["2", "5"])
    func empty(key: Character) throws {
        var stage = Sample.signedIn()
        stage.answerCatalog(Sample.page())
        stage.press(key)
        try Golden.expect(stage.state, key == "2" ? "transfers-empty" : "activity-empty")
    }

    @Test("where there is no room the need is told")
    func tooSmall() throws {
        var stage = Sample.busy()
        stage.resize(30, 8)
        #expect(stage.shows("40"), "\(stage)")
        try Golden.expect(at: stage.state.size, stage.state, "too-small")
    }
}
