import Cells
import Testing

@testable import Client

@Suite struct ThemePickerTests {
    @Test("the choice of a theme says what its file gets wrong, and where")
    func golden() throws {
        var stage = Sample.busy()
        stage.press("T")
        stage.press(.down)
        try Golden.expect(stage.state, "theme-picker")
        stage.state.language = .portuguese
        try Golden.expect(stage.state, "theme-picker-pt")
    }

    @Test("what a file says in place of a colour does not reach the terminal as it is")
    func hostile() {
        let problem = ThemeProblem(line: 6, reason: .notAColour("#\u{1B}[2J"))
        for language in Language.allCases {
            let said = Phrase.themeProblem(problem, more: 0).said(in: language)
            #expect(said.contains("6") && !said.contains("\u{1B}"))
        }
    }
}
