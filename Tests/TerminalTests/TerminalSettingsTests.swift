import Terminal
import Testing

@Suite struct TerminalSettingsTests {
    private func descriptions(_ environment: [String: String]) -> [String] {
        TerminalSettings(environment: environment).descriptions
    }

    @Test("direct colour is tried only where the terminal says that it understands it")
    func directColour() {
        #expect(descriptions(["TERM": "xterm-256color"]) == ["xterm-256color"])
        #expect(descriptions(["TERM": "xterm-256color", "COLORTERM": "1"]) == ["xterm-256color"])
        #expect(
            descriptions(["TERM": "xterm-256color", "COLORTERM": "truecolor"])
                == ["vte-direct", "xterm-direct", "xterm-256color"])
        #expect(
            descriptions(["TERM": "tmux-256color", "COLORTERM": "24bit"])
                == ["tmux-direct", "tmux-256color"])
        #expect(
            descriptions(["TERM": "alacritty", "COLORTERM": "truecolor"])
                == ["alacritty-direct", "alacritty"])
        #expect(
            descriptions(["TERM": "xterm-direct", "COLORTERM": "truecolor"]) == ["xterm-direct"])
    }

    @Test("who wants no colour gets none, whatever the terminal could do")
    func noColour() {
        let wanted = ["TERM": "xterm-256color", "COLORTERM": "truecolor", "NO_COLOR": "1"]
        #expect(descriptions(wanted) == ["xterm-256color"])
        #expect(TerminalSettings(environment: wanted).hasNoColor)
        #expect(!TerminalSettings(environment: ["NO_COLOR": ""]).hasNoColor)
    }

    @Test("a UTF-8 locale that is not installed still means UTF-8; the first that is set counts")
    func locale() {
        func means(_ environment: [String: String]) -> Bool {
            TerminalSettings(environment: environment).meansUTF8
        }
        #expect(means([:]))
        #expect(means(["LANG": "pt_BR.UTF-8"]))
        #expect(means(["LC_ALL": "", "LC_CTYPE": "ja_JP.utf8"]))
        #expect(!means(["LC_ALL": "C", "LANG": "pt_BR.UTF-8"]))
        #expect(!means(["LANG": "pt_BR.ISO-8859-1"]))
    }

    @Test("every reason for having no screen is one line that points to the command line")
    func problems() {
        let problems: [TerminalProblem] = [
            .notATerminal, .unknownTerminal("nonsense"), .cannotPlaceCursor("dumb"),
        ]
        for problem in problems {
            #expect(problem.description.contains("enxame --help"))
            #expect(!problem.description.contains("\n"))
        }
    }

    @Test("without a terminal that can show it there is no screen")
    func noScreen() {
        // Standard output is a pipe under most runners; where it is a terminal, `dumb` has no cursor.
        let problem = #expect(throws: TerminalProblem.self) {
            _ = try Screen(TerminalSettings(environment: ["TERM": "dumb"]))
        }
        #expect(problem == .notATerminal || problem == .cannotPlaceCursor("dumb"))
    }
}
