import Cells
import Client
import Domain
import Testing

@Suite struct WelcomeTests {
    private func first(_ language: Language = .english) -> Stage {
        var state = Sample.blank(language: language)
        state.isFirstStart = true
        var stage = Stage(state)
        stage.send(
            .started,
            .sessionResumed(Sample.server, .success(Sample.me("maria", BuiltInRoles.member))))
        stage.answerCatalog(Sample.page())
        return stage
    }

    @Test("whoever comes for the first time is shown around, once")
    func once() throws {
        var stage = first()
        #expect(stage.effects.contains(.rememberStart))
        try Golden.expect(stage.state, "welcome")
        stage.press(.enter)
        #expect(stage.state.overlays.isEmpty && !stage.state.isFirstStart)
        try Golden.expect(first(.portuguese).state, "welcome-pt")
    }

    @Test("whoever was here before is not")
    func again() {
        #expect(Sample.signedIn().state.overlays.isEmpty)
    }
}
