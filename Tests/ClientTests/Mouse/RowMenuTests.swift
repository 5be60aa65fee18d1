import API
import Cells
import Domain
import Testing

@testable import Client

@Suite struct RowMenuTests {
    private func opened(width: Int = 120, height: Int = 36) throws -> Stage {
        var stage = Sample.busy(width: width, height: height)
        try stage.click("Fotos do encontro", at: 0, .right)
        return stage
    }

    private func menu(_ stage: Stage) -> MenuState? {
        if case .menu(let menu) = stage.state.overlays.last { menu } else { nil }
    }

    @Test("a right click opens the menu of a row, with keys and with reasons")
    func golden() throws {
        var stage = try opened()
        #expect(stage.state.catalog.current?.title.hasPrefix("Fotos do encontro") == true)
        let menu = try #require(self.menu(stage))
        #expect(menu.items.map(\.action) == stage.state.keymap[.catalog].map(\.action))
        #expect(menu.items.contains { $0.reason != nil })
        try Golden.expect(
            stage.state, "row-menu")
        stage.state.language = .portuguese
        try Golden.expect(stage.state, "row-menu-pt")
    }

    @Test("a click on one of its lines does it, and a click beside it closes it")
    func choosing() throws {
        var stage = try opened()
        stage.settle()
        let title = stage.state.say(Action.changeSort.title)
        try stage.click(title, at: 1000)
        #expect(menu(stage) == nil)
        #expect(stage.state.catalog.sort != .relevance)
        stage = try opened()
        stage.click(Point(0, 2), at: 1000)
        #expect(stage.state.overlays.isEmpty)
        stage = try opened()
        stage.click(Point(3, 30), at: 1000, .right)
        #expect(stage.state.overlays.isEmpty)
    }

    @Test("it can be used by keys; what cannot be done says why")
    func keys() throws {
        var stage = try opened()
        stage.press("j")
        #expect(menu(stage)?.cursor.index == 1)
        stage.press(.escape)
        #expect(stage.state.overlays.isEmpty)
        stage = try opened()
        let index = try #require(menu(stage)?.items.firstIndex { $0.reason != nil })
        for _ in 0..<index { stage.press(.down) }
        stage.press(.enter)
        #expect(stage.state.overlays.isEmpty)
        #expect(stage.state.activity.entries.last?.tone == .bad)
    }

    @Test("it stands whole on the screen, wherever it was asked for")
    func place() {
        let stage = Sample.busy(width: 80, height: 24)
        var state = stage.state
        for point in [Point(0, 0), Point(79, 23), Point(40, 12), Point(79, 1), Point(0, 22)] {
            state.openMenu(at: point)
            guard case .menu(let menu) = state.overlays.popLast() else {
                Issue.record("no menu")
                continue
            }
            let box = MenuLayout(state, menu).box
            #expect(ScreenLayout(state.size).body.intersection(box) == box)
            #expect(!box.contains(point) || point.y == 0 || point.y == 23)
        }
    }

    @Test("beside a row there is none")
    func nowhere() {
        var stage = Sample.busy()
        stage.click(Point(3, 0), at: 0, .right)
        #expect(stage.state.overlays.isEmpty)
    }
}
