import Cells
import Client
import Domain
import Testing

@Suite struct KeysTests {
    @Test("panes open by number, and close with q")
    func panes() {
        var stage = Sample.signedIn()
        for (key, tab) in [("2", Tab.transfers), ("3", .ratio), ("4", .admin), ("5", .activity)] {
            stage.type(key)
            #expect(stage.state.tab == tab)
        }
        stage.press("q")
        #expect(stage.state.tab == .catalog)
        stage.press("q")
        #expect(stage.status.contains("Press Q to quit."))
        stage.settle()
        stage.press("Q")
        #expect(stage.effects == [.quit])
    }

    @Test("quitting, redrawing and suspending work over everything, even in a field")
    func always() {
        var stage = Sample.admin(.users)
        stage.press("n")
        stage.press(.control("l"), .control("z"), .control("q"))
        #expect(stage.effects == [.redraw, .suspend, .quit])
    }

    @Test("what is pasted is text, not keys")
    func paste() {
        var stage = Sample.signedIn()
        stage.press("/")
        stage.press(.paste("q\nQ: two lines"))
        #expect(stage.state.catalog.search.text == "q Q: two lines")
        stage.press(.enter)
        stage.settle()
        stage.press(.paste("Q"))
        #expect(stage.effects.isEmpty)
    }

    @Test("the palette runs an action by its name")
    func palette() {
        var stage = Sample.signedIn()
        stage.press(":")
        stage.type("openratio")
        stage.press(.enter)
        #expect(stage.state.tab == .ratio)
        #expect(stage.state.overlays.isEmpty)
    }

    @Test("the palette says why something cannot be done, and doing it says so again")
    func paletteReasons() {
        var stage = Sample.catalog(as: BuiltInRoles.supervisor)
        stage.press(":")
        stage.type("delete from")
        #expect(stage.shows("You lack the permission catalog.delete"))
        stage.press(.enter)
        #expect(stage.status.contains("You lack the permission catalog.delete."))
    }

    @Test("what only staff may do is not named to others")
    func paletteOfMembers() {
        let member = Sample.signedIn(as: BuiltInRoles.member).state
        let actions = Set(member.paletteEntries(PaletteState()).map(\.action))
        #expect(actions.isDisjoint(with: [.newRole, .approve, .toggleBan, .editSetting]))
        #expect(actions.contains(.download))
    }

    @Test("help comes from the keymap, also from a changed one")
    func help() {
        var state = Sample.signedIn().state
        state = AppState(
            size: state.size, now: state.now, server: Sample.server,
            keymap: Keymap.standard.changing([KeyChange(action: "download", keys: ["f5"])])
                .keymap)
        var stage = Stage(state)
        stage.send(
            .started, .sessionResumed(Sample.server, .success(Sample.me("a", BuiltInRoles.member))))
        stage.press("?")
        #expect(stage.shows("F5"))
        stage.press(.escape)
        stage.answerCatalog(Sample.page())
        stage.settle()
        stage.press(.function(5))
        #expect(stage.effects.contains { if case .download = $0 { true } else { false } })
    }

    @Test("help that fits after a resize is not scrolled past its end")
    func helpScroll() {
        var stage = Sample.signedIn(width: 60, height: 12)
        stage.press("?")
        stage.press("G")
        #expect(stage.shows("Quit Enxame"))
        stage.resize(60, 60)
        #expect(stage.shows("Download this entry"))
    }

    @Test("every key of a context means one thing")
    func ambiguity() {
        for context in KeyContext.allCases {
            let keys = Keymap.standard[context].flatMap(\.keys)
            #expect(Set(keys).count == keys.count, "\(context)")
        }
    }

    @Test("every action that has a place has a key there, or is in the palette only on purpose")
    func reachable() {
        let bound = Set(KeyContext.allCases.flatMap { Keymap.standard[$0] }.map(\.action))
        #expect(Set(Action.allCases).subtracting(bound).isEmpty)
    }

    @Test("a theme shows itself while one chooses, and goes back when one does not")
    func themes() {
        var stage = Sample.signedIn()
        stage.press("T")
        stage.press(.down)
        #expect(stage.state.theme == 1)
        stage.press(.escape)
        #expect(stage.state.theme == 0)
        stage.press("T")
        stage.settle()
        stage.press(.down, .enter)
        #expect(stage.effects == [.rememberTheme("nord")])
    }

    @Test("a terminal that is too small says so and waits")
    func tooSmall() {
        var stage = Sample.busy()
        stage.resize(39, 9)
        #expect(stage.shows("needs 40×10"))
        stage.resize(40, 10)
        #expect(stage.shows("Catalog"))
        stage.resize(0, 0)
        #expect(stage.screen.isEmpty)
    }

    @Test("the title, hint and place of every action are said in every language")
    func words() {
        for action in Action.allCases {
            for language in Language.allCases {
                #expect(!action.title.said(in: language).isEmpty)
                #expect(!action.hint.said(in: language).isEmpty)
            }
        }
        #expect(Language(localeName: "pt_BR.UTF-8") == .portuguese)
        #expect(Language(localeName: "C") == .english)
    }
}
