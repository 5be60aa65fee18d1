import Cells
import Testing

@testable import Terminal

@Suite("A screen read line by line")
struct PlainPageTests {
    private func grid(_ lines: String...) -> Grid {
        var grid = Grid(width: 40, height: lines.count)
        for (y, line) in lines.enumerated() { grid.write(line, at: Point(0, y)) }
        return grid
    }

    private func texts(_ grid: Grid) -> [String] { PlainPage(grid).lines.map(\.text) }

    @Test("panes are read one after the other, without their lines")
    func panes() {
        let page = PlainPage(
            grid(
                "╭─ Catalog ────────╮╭─ Detail ─────────╮",
                "│ Atlas            ││ 42 seeders       │",
                "│ Podcast  ███▌    ││ by ana           │",
                "╰──────────────────╯╰──────────────────╯",
                "Downloading Atlas"))
        #expect(
            page.lines.map(\.text)
                == ["Catalog", "Atlas", "Podcast", "Detail", "42 seeders", "by ana"])
        #expect(page.news == "Downloading Atlas")
    }

    @Test("what is new is told, and the row under the cursor when it is another")
    func changes() {
        let rows = ["Atlas", "Podcast", "Report"]
        func page(_ current: Int, news: String = "") -> PlainPage {
            PlainPage(
                lines: rows.enumerated().map { .init($1, isCurrent: $0 == current) }, news: news)
        }
        #expect(
            page(0).changes(since: PlainPage(), isAnswer: true) == ["> Atlas", "Podcast", "Report"])
        #expect(page(1).changes(since: page(0), isAnswer: true) == ["> Podcast"])
        #expect(page(1).changes(since: page(1), isAnswer: true).isEmpty)
        #expect(page(2, news: "Done").changes(since: page(1), isAnswer: false) == ["Done"])
    }

    @Test("figures that go on counting are not read again and again")
    func figures() {
        let before = PlainPage(lines: [.init("Atlas 63% 8.1M/s 1:02"), .init("Loading…")])
        let after = PlainPage(lines: [.init("Atlas 64% 12.4M/s 0:58"), .init("42 seeders")])
        #expect(after.laterChanges(since: before) == ["42 seeders"])
    }

    @Test("the row under the cursor is known by its ground, a field by its caret")
    func current() {
        var selected = grid(" Atlas", " Podcast", "")
        selected.restyle(Rect(x: 0, y: 1, width: 40, height: 1), background: .rowSelected)
        #expect(PlainPage(selected).lines.map(\.isCurrent) == [false, true])
        var field = grid("Username", "maria", "")
        field.cursor = Point(5, 1)
        #expect(PlainPage(field).lines.map(\.isCurrent) == [false, true])
    }

    @Test("without UTF-8 all of it is ASCII")
    func ascii() {
        let page = PlainPage(grid("│ ▲ 42  Relatório │", ""), isUTF8: false)
        #expect(page.lines.map(\.text) == ["^ 42 Relatorio"])
    }
}

@Suite("A line that was typed")
struct PlainLineTests {
    @Test(
        "outside of a field it is a key, a count and a key, a search, or words for the palette",
        arguments: [
            ("", [Key.enter]), ("j", [.character("j")]), ("Esc", [.escape]),
            ("page-down", [.pageDown]), ("ctrl-d", [.control("d")]),
            ("5j", [.character("5"), .character("j")]), ("2 down", [.character("2"), .down]),
            ("/ab", [.character("/"), .character("a"), .character("b"), .enter]),
            (":qu", [.character(":"), .character("q"), .character("u")]),
            ("qu", [.character(":"), .character("q"), .character("u")]),
        ])
    func outside(line: String, keys: [Key]) {
        #expect(PlainLine.keys(line, isTyping: false) == keys)
    }

    @Test(
        "in a field it is the text, unless it names a key",
        arguments: [
            ("", [Key.enter]), ("a", [.character("a"), .enter]), ("esc", [.escape]),
            ("\\esc", [.character("e"), .character("s"), .character("c"), .enter]),
            ("ab", [.character("a"), .character("b"), .enter]),
        ])
    func typing(line: String, keys: [Key]) {
        #expect(PlainLine.keys(line, isTyping: true) == keys)
    }
}
