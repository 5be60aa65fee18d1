import API
import Cells
import Domain
import Testing

@testable import Client

@Suite struct MouseTests {
    @Test("a click on a row puts the cursor there, and the focus on its list")
    func row() throws {
        var stage = Sample.busy(width: 120, height: 36)
        try stage.click("▸ Fotos do encontro")
        let row = stage.state.catalog.cursor.index
        #expect(stage.state.catalog.current?.title.hasPrefix("Fotos do encontro") == true)
        #expect(row > 0)
        // The strip below has the transfers; its first row shows the same title as the catalog.
        let strip = try #require(stage.place(of: "62%"))
        stage.click(strip, at: 5000)
        #expect(stage.state.isStripFocused)
        #expect(stage.state.catalog.cursor.index == row)
        try stage.click("▸ Fotos do encontro", at: 9000)
        #expect(!stage.state.isStripFocused)
    }

    @Test("two quick clicks on a row are Enter; two slow ones, or on two rows, are not")
    func double() throws {
        var stage = Sample.busy()
        let place = try #require(stage.place(of: "▸ Fotos do encontro"))
        stage.settle()
        stage.click(place, at: 1000)
        stage.click(place, at: 1401)
        #expect(!stage.state.isEntryFocused)
        stage.click(Point(place.x, place.y + 1), at: 1500)
        #expect(!stage.state.isEntryFocused)
        stage.click(place, at: 3000)
        stage.click(place, at: 3400)
        #expect(stage.state.isEntryFocused, "the entry is open")
        // The third of three begins anew.
        stage.click(place, at: 3500)
        #expect(!stage.effects.contains { if case .download = $0 { true } else { false } })
    }

    @Test("a click on a pane's name opens it")
    func tabs() throws {
        for (width, height) in [(200, 60), (120, 36), (80, 24), (40, 10)] {
            var stage = Sample.busy(as: BuiltInRoles.superAdmin, width: width, height: height)
            for tab in [Tab.ratio, .activity, .transfers, .admin, .catalog] {
                let zone = zonedView(stage.state).zones?.first { $0.target == .tab(tab.rawValue) }
                let rect = try #require(zone?.rect)
                #expect(rect.y == 0 && rect.maxX <= width)
                let words = (rect.x..<rect.maxX).map { view(stage.state)[$0, 0].text }.joined()
                #expect(words.contains(String(tab.rawValue)), "\(words) at \(width)")
                stage.click(Point(rect.x + 1, 0), at: Int64(tab.rawValue) * 1000)
                #expect(stage.state.tab == tab)
            }
        }
    }

    @Test("a click on a hint does what its key does")
    func hints() throws {
        var stage = Sample.busy(width: 160)
        try stage.click("commands")
        guard case .palette = stage.state.overlays.last else {
            Issue.record("no palette\(stage)")
            return
        }
        try stage.click("cancel", at: 1000)
        #expect(stage.state.overlays.isEmpty)
    }

    @Test("every hint that is shown is a place to click, at its own words")
    func allHints() {
        let stage = Sample.busy(width: 160)
        let grid = zonedView(stage.state)
        let shown = (grid.zones ?? []).compactMap { zone -> String? in
            guard case .key = zone.target, zone.rect.y == grid.height - 1 else { return nil }
            return (zone.rect.x..<zone.rect.maxX).map { grid[$0, zone.rect.y].text }.joined()
        }
        let wanted = stage.state.hints.map { "\($0.key) \($0.label)" }
        #expect(!shown.isEmpty && shown == Array(wanted.prefix(shown.count)))
    }

    @Test("the wheel moves what is shown by three rows, and the cursor only when it must")
    func wheel() throws {
        var stage = Sample.busy(width: 80, height: 10)
        let list = CatalogLayout(stage.state).list
        let point = Point(list.x + 3, list.y)
        #expect(list.height < stage.state.catalog.items.count)
        stage.turn(.down, at: point)
        let first = min(3, stage.state.catalog.items.count - list.height)
        #expect(stage.state.catalog.cursor.first == first)
        #expect(stage.state.catalog.cursor.index >= first)
        for _ in 0..<50 { stage.turn(.down, at: point) }
        let last = stage.state.catalog.items.count - list.height
        #expect(stage.state.catalog.cursor.first == last)
        for _ in 0..<50 { stage.turn(.up, at: point) }
        #expect(stage.state.catalog.cursor.first == 0)
        // Beside any list it does nothing.
        let before = stage.state
        stage.turn(.down, at: Point(2, 0))
        #expect(stage.state == before)
    }

    @Test("the bar can be dragged from one end of the list to the other")
    func bar() throws {
        var stage = Sample.busy(width: 80, height: 10)
        stage.press("2")
        stage.resize(60, 10)
        let zone = zonedView(stage.state).zones?.first {
            if case .bar = $0.target { true } else { false }
        }
        let bar = try #require(zone?.rect)
        #expect(view(stage.state)[bar.x, bar.y].text == "┃")
        stage.send(.pointed(MouseEvent(.press(.left), at: bar.origin), at: 0))
        // The pointer may leave the bar on its way.
        stage.send(.pointed(MouseEvent(.drag(.left), at: Point(5, bar.maxY + 3)), at: 10))
        let count = stage.state.transfers.all.count
        #expect(stage.state.transfers.cursor.first == count - bar.height)
        stage.send(.pointed(MouseEvent(.drag(.left), at: Point(5, 0)), at: 20))
        #expect(stage.state.transfers.cursor.first == 0)
        // Let go of, it is dragged no more.
        stage.send(.pointed(MouseEvent(.release(.left), at: Point(5, 0)), at: 30))
        stage.send(.pointed(MouseEvent(.drag(.left), at: Point(5, bar.maxY + 3)), at: 40))
        #expect(stage.state.transfers.cursor.first == 0)
    }

    @Test("the border of a column can be dragged, and its width is remembered when it is let go of")
    func column() throws {
        var stage = Sample.busy(width: 120, height: 36)
        stage.settle()
        let edge = try #require(
            stage.state.columnEdges.first { $0.column == .type || $0.column == .title })
        let from = Point(edge.rect.x, edge.rect.y)
        stage.send(.pointed(MouseEvent(.press(.left), at: from), at: 0))
        stage.send(.pointed(MouseEvent(.release(.left), at: from), at: 10))
        #expect(stage.effects.isEmpty)
        stage.send(.pointed(MouseEvent(.press(.left), at: from), at: 1000))
        for step in 1...4 {
            stage.send(
                .pointed(
                    MouseEvent(.drag(.left), at: Point(from.x - step, from.y)), at: 1000))
        }
        #expect(stage.effects.isEmpty)
        #expect(stage.state.columns[edge.table].widths[edge.column] == edge.width - 4)
        stage.send(
            .pointed(MouseEvent(.release(.left), at: Point(from.x - 4, from.y)), at: 1100))
        #expect(stage.effects == [.rememberColumns(stage.state.columns)])
        stage.press("u")
        #expect(stage.state.columns == .standard)
    }

    @Test("a question is answered by its own words alone, and not by the second of two clicks")
    func question() throws {
        var stage = Sample.busy()
        stage.press("2")
        stage.press("D")
        guard case .question(let question) = stage.state.overlays.last else {
            Issue.record("no question")
            return
        }
        stage.settle()
        let yes = stage.state.say(question.yes)
        let answer = try #require(stage.place(of: "y \(yes)"))
        func isAsked(_ stage: Stage) -> Bool { !stage.state.overlays.isEmpty }
        // Everywhere but on the two answers, in the dialog and around it, and on the status line.
        let zones = zonedView(stage.state).zones ?? []
        for y in 0..<stage.state.size.height {
            for x in stride(from: y % 5, to: stage.state.size.width, by: 9) {
                let point = Point(x, y)
                if case .key = zones.last(where: { $0.rect.contains(point) })?.target { continue }
                stage.click(point, at: Int64(y * 1000 + x) * 1000)
                #expect(isAsked(stage))
            }
        }
        #expect(stage.effects.isEmpty)
        // A double click whose first one was meant for something else.
        stage.state.pointer = PointerState()
        _ = stage.state.pointer.press(at: answer, 50_000)
        stage.click(answer, at: 50_200)
        #expect(isAsked(stage) && stage.effects.isEmpty)
        stage.click(answer, at: 60_000)
        #expect(!isAsked(stage))
        #expect(stage.effects == question.effects)
    }

    @Test("what is shown before many are removed is answered in the same way")
    func staged() throws {
        var stage = Sample.busy()
        stage.send(.chosen(.openTransfers))
        stage.press("*")
        stage.press("D")
        guard case .staged(let staged) = stage.state.overlays.last else {
            Issue.record("nothing is shown before")
            return
        }
        stage.settle()
        let yes = stage.state.say(.doIt(staged.act))
        let answer = try #require(stage.place(of: "y \(yes)"))
        _ = stage.state.pointer.press(at: answer, 50_000)
        stage.click(answer, at: 50_200)
        #expect(!stage.state.overlays.isEmpty && stage.effects.isEmpty)
        stage.click(answer, at: 60_000)
        #expect(stage.state.overlays.isEmpty && !stage.effects.isEmpty)
    }

    @Test("a click beside what can be opened again closes it, and beside a form does not")
    func outside() throws {
        var stage = Sample.busy()
        stage.press("?")
        stage.click(Point(0, 5), at: 0)
        #expect(stage.state.overlays.isEmpty)
        stage.press("T")
        stage.press(.down)
        stage.click(Point(0, 5), at: 1000)
        // Nothing was chosen.
        #expect(stage.state.overlays.isEmpty && stage.state.theme == 0)
        stage.press(":")
        stage.type("password")
        stage.press(.enter)
        #expect(stage.state.overlays.count == 1)
        stage.click(Point(0, 5), at: 2000)
        #expect(stage.state.overlays.count == 1)
    }

    @Test("the focus of a form goes where one clicks, and so does that of the way in")
    func forms() throws {
        var stage = Stage(Sample.blank())
        stage.send(.started, .sessionResumed(Sample.server, .success(nil)))
        try stage.click("Password")
        #expect(stage.state.signIn.focus == .password)
        try stage.click("Username", at: 1000)
        #expect(stage.state.signIn.focus == .username)
        stage = Sample.busy()
        stage.press(":")
        stage.type("Change your password")
        stage.press(.enter)
        guard case .form(let form) = stage.state.overlays.last else {
            Issue.record("no form\(stage)")
            return
        }
        try stage.click(stage.state.say(form.fields[1].label), at: 2000)
        guard case .form(let after) = stage.state.overlays.last else { return }
        #expect(after.focus == 1)
    }

    @Test("a row of a palette, a picker or the account can be chosen by a click")
    func overlays() throws {
        var stage = Sample.busy()
        stage.press("T")
        try stage.click("nord")
        #expect(stage.state.theme == 1)
        let place = try #require(stage.place(of: "nord"))
        stage.click(place, at: 100)
        #expect(stage.state.overlays.isEmpty && stage.state.theme == 1)
        stage.press("A")
        try stage.click(stage.state.say(AccountSection.sessions.title), at: 5000)
        #expect(stage.state.account.section == .sessions)
    }

    @Test("sections of the console are opened by a click, as a column and as a line")
    func sections() throws {
        for (width, height) in [(140, 40), (80, 24)] {
            var stage = Sample.admin(.users, width: width, height: height)
            try stage.click(stage.state.say(AdminSection.roles.title))
            #expect(stage.state.admin.section == .roles)
            #expect(stage.state.admin.focusesMenu)
        }
    }

    @Test("what is pointed at anywhere, in any state, breaks nothing")
    func anywhere() {
        for key: Key in ["1", "2", "3", "4", "5", ":", "?", "T", "A", "/", "f"].map({
            .character($0)
        }) {
            for size in [(40, 10), (100, 30)] {
                var stage = Sample.busy(as: BuiltInRoles.superAdmin, width: size.0, height: size.1)
                stage.press(key)
                for y in stride(from: -1, to: size.1 + 2, by: 6) {
                    for x in stride(from: -1, to: size.0 + 2, by: 17) {
                        for act: MouseEvent.Act in [
                            .press(.right), .wheel(.down), .drag(.left), .press(.left),
                            .wheel(.up), .release(.left), .move, .press(.middle), .wheel(.left),
                        ] {
                            stage.send(
                                .pointed(MouseEvent(act, at: Point(x, y)), at: Int64(y * 100 + x)))
                        }
                    }
                }
                #expect(view(stage.state).size == stage.state.size)
            }
        }
    }
}
