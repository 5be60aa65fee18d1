import Cells
import Domain
import Testing

@testable import Client

@Suite struct ThemeSettingTests {
    private func stage(_ setting: ThemeSetting) -> Stage {
        let themes = [ThemeChoice("honey"), ThemeChoice("paper"), ThemeChoice("tide")]
        var stage = Stage(
            AppState(
                size: Size(width: 80, height: 24), now: Sample.now, server: Sample.server,
                themes: themes, theme: setting, lightTheme: 1))
        stage.send(
            .started,
            .sessionResumed(Sample.server, .success(Sample.me("maria", BuiltInRoles.gerente))))
        return stage
    }

    @Test("auto is dark until the terminal says that it is light")
    func auto() {
        var stage = stage(.auto)
        #expect(stage.state.theme == 0)
        stage.send(.terminalAnswered(isGroundLight: nil))
        #expect(stage.state.theme == 0)
        stage.send(.terminalAnswered(isGroundLight: true))
        #expect(stage.state.theme == 1)
        stage.send(.terminalAnswered(isGroundLight: false))
        #expect(stage.state.theme == 0)
    }

    @Test("a theme that was chosen stays, whatever the terminal is like")
    func fixed() {
        var stage = stage(.fixed(2))
        stage.send(.terminalAnswered(isGroundLight: true))
        #expect(stage.state.theme == 2)
    }

    @Test("auto is one of the choices, shows itself at once and is remembered")
    func chosen() throws {
        var stage = stage(.fixed(0))
        stage.send(.terminalAnswered(isGroundLight: true))
        stage.press("T")
        stage.press(.end)
        #expect(stage.state.theme == 1)
        try Golden.expect(stage.state, "theme-picker-auto")
        stage.press(.escape)
        #expect(stage.state.theme == 0)
        stage.press("T")
        stage.press(.end)
        stage.press(.enter)
        #expect(stage.effects.contains(.rememberTheme("auto")))
        #expect(stage.state.themeSetting == .auto)
        stage.press("T")
        guard case .picker(let picker) = stage.state.overlays.last else {
            Issue.record("no picker")
            return
        }
        #expect(picker.current?.label == "auto")
    }
}
