import Cells
import Testing

@Suite struct ThemeTests {
    @Test("the built-in theme has no problems and leaves the terminal's own background")
    func builtIn() {
        for meaning in Meaning.allCases {
            #expect((Theme.builtIn.colour(.meaning(meaning)) == nil) == (meaning == .background))
        }
        for gradient in Gradient.allCases {
            #expect(Theme.builtIn.colour(.gradient(gradient, 0)) != nil)
            #expect(
                Theme.builtIn.colour(.gradient(gradient, 0))
                    != Theme.builtIn.colour(.gradient(gradient, 100)))
        }
    }

    @Test("every way of writing a colour is understood")
    func colours() {
        let (theme, problems) = Theme.reading(
            """
            # a comment
            theme[main_fg]="#10fF20"
            theme[title]="#80"
            theme[hi_fg]="1 2 255"
            theme[main_bg]=""

              theme[selected_bg] = '#000001'   # said twice
            theme[inactive_fg]=#ABCDEF
            theme[some_future_key]="#111111"
            """, name: "odd")
        #expect(problems.isEmpty)
        #expect(theme.colour(.meaning(.text)) == RGB(0x10, 0xFF, 0x20))
        #expect(theme.colour(.meaning(.title)) == RGB(0x80, 0x80, 0x80))
        #expect(theme.colour(.meaning(.accent)) == RGB(1, 2, 255))
        #expect(theme.colour(.meaning(.background)) == nil)
        #expect(theme.colour(.meaning(.rowSelected)) == RGB(0, 0, 1))
        #expect(theme.colour(.meaning(.textDisabled)) == RGB(0xAB, 0xCD, 0xEF))
    }

    @Test("Windows line ends and a byte order mark are read as nothing")
    func lineEnds() {
        let (theme, problems) = Theme.reading(
            "\u{FEFF}theme[main_fg]=\"#010203\"\r\ntheme[title]=\"#040506\"\r\n", name: "w")
        #expect(problems.isEmpty)
        #expect(theme.colour(.meaning(.text)) == RGB(1, 2, 3))
        #expect(theme.colour(.meaning(.title)) == RGB(4, 5, 6))
    }

    @Test("what cannot be read is named by its line, and the theme still stands")
    func problems() {
        let (theme, problems) = Theme.reading(
            """
            theme[main_fg]="#12345"
            nonsense
            theme[title]="#0000ff
            theme[hi_fg]="1 2 256"
            theme[div_line]="#+12345"
            theme[selected_fg]="#\u{1B}[2J"
            theme[selected_bg]="#00ff00"
            """, name: "broken")
        #expect(problems.map(\.line) == [1, 2, 3, 4, 5, 6])
        #expect(problems.map(\.reason)[1] == .notAnAssignment)
        #expect(problems.map(\.reason)[0] == .notAColour("#12345"))
        #expect(theme.colour(.meaning(.text)) == Theme.builtIn.colour(.meaning(.text)))
        #expect(theme.colour(.meaning(.rowSelected)) == RGB(0, 255, 0))
    }

    @Test("a gradient runs through its three stops in 101 steps")
    func gradient() {
        let (theme, _) = Theme.reading(
            """
            theme[download_start]="#000000"
            theme[download_mid]="#640000"
            theme[download_end]="#6400c8"
            """, name: "g")
        #expect(theme.colour(.gradient(.download, 0)) == RGB(0, 0, 0))
        #expect(theme.colour(.gradient(.download, 25)) == RGB(50, 0, 0))
        #expect(theme.colour(.gradient(.download, 50)) == RGB(100, 0, 0))
        #expect(theme.colour(.gradient(.download, 75)) == RGB(100, 0, 100))
        #expect(theme.colour(.gradient(.download, 100)) == RGB(100, 0, 200))
        #expect(theme.colour(.gradient(.download, 255)) == RGB(100, 0, 200))
    }

    @Test("a gradient may have two stops or one, and its scale is never mixed with another theme's")
    func shortGradients() {
        let (theme, _) = Theme.reading(
            """
            theme[download_start]="#000000"
            theme[download_mid]=""
            theme[download_end]="#0a0a0a"
            theme[upload_start]="#112233"
            """, name: "g")
        #expect(theme.colour(.gradient(.download, 50)) == RGB(5, 5, 5))
        #expect(theme.colour(.gradient(.upload, 0)) == RGB(0x11, 0x22, 0x33))
        #expect(theme.colour(.gradient(.upload, 100)) == RGB(0x11, 0x22, 0x33))
    }

    @Test("an Enxame key sets one meaning and nothing else")
    func ownKeys() {
        let (theme, _) = Theme.reading(
            """
            theme[hi_fg]="#010101"
            theme[enxame_borderFocused]="#020202"
            """, name: "own")
        #expect(theme.colour(.meaning(.accent)) == RGB(1, 1, 1))
        #expect(theme.colour(.meaning(.borderFocused)) == RGB(2, 2, 2))
    }

    @Test("a share that is no share stays on the scale")
    func shares() {
        #expect(Tint.gradient(.load, share: .nan) == .gradient(.load, 0))
        #expect(Tint.gradient(.load, share: .infinity) == .gradient(.load, 100))
        #expect(Tint.gradient(.load, share: -3) == .gradient(.load, 0))
        #expect(Tint.gradient(.load, share: 0.5) == .gradient(.load, 50))
    }
}
