import Cells
import Testing

@Suite struct PaneTests {
    @Test("a pane sets its words into the border and gives back what is inside")
    func wide() {
        var grid = Grid(width: 32, height: 3)
        let inside = Pane("Catalog", right: "relevance ▾", footer: "1–8 of 8").draw(
            on: &grid, in: grid.bounds)
        grid.write("x", in: inside)
        #expect(
            grid.text
                == """
                ╭─ Catalog ───── relevance ▾ ─╮
                │ x                            │
                ╰────────────────── 1–8 of 8 ─╯
                """.replacingBlank(to: 32))
        #expect(inside == Rect(x: 2, y: 1, width: 28, height: 1))
    }

    @Test(
        "words leave a narrow pane from the right, and the border stays closed", arguments: 0...40)
    func narrow(width: Int) {
        var grid = Grid(width: 44, height: 3)
        Pane("東京の地図", right: "all ▾", footer: "6 of 214").draw(
            on: &grid, in: Rect(x: 1, y: 0, width: width, height: 3))
        guard width >= 2 else {
            #expect(grid.text == "\n\n")
            return
        }
        #expect(grid[1, 0].text == "╭" && grid[width, 0].text == "╮")
        #expect(grid[1, 2].text == "╰" && grid[width, 2].text == "╯")
        #expect(grid[width + 1, 0].text == " ")
        #expect(grid.text.contains("all ▾") == (width >= 23))
    }

    @Test("the focus has the accent, the others recede")
    func focus() {
        var grid = Grid(width: 9, height: 2)
        Pane("a", isFocused: true).draw(on: &grid, in: grid.bounds)
        #expect(grid[0, 0].style.foreground == .meaning(.borderFocused))
        Pane("a").draw(on: &grid, in: grid.bounds)
        #expect(grid[0, 0].style.foreground == .meaning(.border))
    }
}

extension String {
    /// Lengthens the border lines of a sketch to a width, so that the sketch can stay readable.
    fileprivate func replacingBlank(to width: Int) -> String {
        split(separator: "\n").map { line in
            let missing = width - line.columns
            guard missing > 0, let dash = line.firstRange(of: "──") else { return String(line) }
            var line = line
            line.insert(contentsOf: String(repeating: "─", count: missing), at: dash.lowerBound)
            return String(line)
        }.joined(separator: "\n")
    }
}
