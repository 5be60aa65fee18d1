import Cells
import Testing

@Suite struct GridTests {
    @Test("a wide character that would be cut at the edge is left out")
    func clippingAtTheRight() {
        var grid = Grid(width: 5, height: 1)
        #expect(grid.write("東京都", at: Point(0, 0)) == 4)
        #expect(grid.text == "東京")
        #expect(grid[4, 0].text == " ")
    }

    @Test("text that begins left of the grid shows its end")
    func clippingAtTheLeft() {
        var grid = Grid(width: 4, height: 1)
        grid.write("abcdef", at: Point(-2, 0))
        #expect(grid.text == "cdef")
        var wide = Grid(width: 4, height: 1)
        wide.write("東京", at: Point(-1, 0))
        #expect(wide.text == " 京")
    }

    @Test("writing outside does nothing and does not trap")
    func outside() {
        var grid = Grid(width: 3, height: 2)
        #expect(grid.write("x", at: Point(0, 2)) == 0)
        #expect(grid.write("x", at: Point(0, -1)) == 0)
        #expect(grid.write("x", at: Point(3, 0)) == 0)
        #expect(grid.write("x", at: Point(0, 0), maxWidth: 0) == 0)
        grid.write("x", at: Point(.max, 0))
        grid.write("x", at: Point(.min, 0), maxWidth: .max)
        grid.fill(Rect(x: -5, y: -5, width: 3, height: 3), with: "#")
        grid.fill(Rect(x: 2, y: 1, width: 100, height: 100), with: "#")
        #expect(grid.lines == ["", "  #"])
        #expect(grid[-1, 0] == .blank && grid[0, 9] == .blank)
    }

    @Test("overwriting half of a wide character blanks the other half", arguments: [0, 1])
    func halves(column: Int) {
        var grid = Grid(width: 4, height: 1)
        grid.write("東京", at: Point(0, 0))
        grid.write("x", at: Point(column, 0))
        #expect(grid.text == (column == 0 ? "x 京" : " x京"))
        #expect(!grid[0, 0].isContinuation && !grid[1, 0].isContinuation)
    }

    @Test("a wide character over the halves of two others blanks both rests")
    func wideOverWide() {
        var grid = Grid(width: 4, height: 1)
        grid.write("東京", at: Point(0, 0))
        grid.write("都", at: Point(1, 0))
        #expect(grid.text == " 都")
        #expect(grid[3, 0].text == " ")
    }

    @Test("text without a background keeps the row's")
    func backgroundStays() {
        var grid = Grid(width: 8, height: 1)
        grid.fill(grid.bounds, style: Style(.text, on: .rowSelected))
        grid.write("hi", at: Point(1, 0), style: .accent)
        #expect(grid[1, 0].style == Style(.accent, on: .rowSelected))
    }

    @Test("restyling changes the look and keeps the words")
    func restyling() {
        var grid = Grid(width: 6, height: 2)
        grid.write("ab東", at: Point(0, 0), style: Style(.good, .bold))
        grid.restyle(grid.bounds.row(0), background: .rowSelected, adding: .underline)
        #expect(grid.text == "ab東\n")
        #expect(grid.style(of: "東") == Style(.good, on: .rowSelected, [.bold, .underline]))
        #expect(grid[0, 1].style == Cell.blank.style)
    }

    @Test("a line in a rectangle is aligned, and cut with an ellipsis")
    func lineInRect() {
        var grid = Grid(width: 10, height: 4)
        let rect = Rect(x: 2, y: 1, width: 6, height: 2)
        grid.write("42", in: rect, alignment: .right)
        grid.write("longer than this", in: rect, row: 1)
        grid.write("nowhere", in: rect, row: 2)
        #expect(grid.lines == ["", "      42", "  longe…", ""])
    }

    @Test("spans follow each other and stop at the width")
    func spans() {
        var grid = Grid(width: 12, height: 1)
        let used = grid.write(
            [Span("▲ 42", .good), Span(" ▽ 3 more", .textDim)],
            in: Rect(x: 0, y: 0, width: 8, height: 1))
        #expect(used == 8)
        #expect(grid.text == "▲ 42 ▽ 3")
        #expect(grid.style(of: "▽") == .dim)
    }

    @Test("nothing slips into the column that a wide character did not fit")
    func spansAfterACut() {
        var grid = Grid(width: 5, height: 1)
        #expect(grid.write([Span("東京"), Span("x")], at: Point(0, 0), maxWidth: 3) == 2)
        #expect(grid.text == "東")
    }

    @Test("equal screens are equal, and a single style makes them differ")
    func equality() {
        var first = Grid(width: 3, height: 1)
        var second = first
        first.write("a", at: Point(0, 0))
        second.write("a", at: Point(0, 0))
        #expect(first == second)
        second.write("a", at: Point(0, 0), style: .dim)
        #expect(first != second)
    }

    @Test("without UTF-8 the screen keeps its shape")
    func ascii() {
        var grid = Grid(width: 14, height: 3)
        Pane("Ação", isFocused: true).draw(on: &grid, in: grid.bounds)
        grid.write("東 █▌·▲42⣿⡀✓", at: Point(1, 1))
        let plain = grid.inASCII()
        #expect(plain.lines == ["+- Acao -----+", "|?? #=.^42#.v|", "+------------+"])
        #expect(plain.style(of: "Acao") == grid.style(of: "Ação"))
    }
}
