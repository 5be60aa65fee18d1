import Cells

enum Sample {
    static let size = Size(width: 44, height: 24)

    static var grid: Grid {
        var grid = Grid(size)
        grid.fill(grid.bounds, style: Style(.text, on: .background))
        let inside = Pane("Sample", right: "right", footer: "1–8 of 214", isFocused: true)
            .draw(on: &grid, in: grid.bounds)
        // Every meaning by its name, in two columns.
        let rows = (Meaning.allCases.count + 1) / 2
        for (place, meaning) in Meaning.allCases.enumerated() {
            let point = Point(inside.x + place / rows * 21, inside.y + place % rows)
            grid.write(meaning.rawValue, at: point, style: Style(meaning), maxWidth: 20)
        }
        let below = inside.rows(from: rows)
        grid.write("selected", at: below.origin, style: .selected)
        grid.write(
            "unfocused", at: Point(below.x + 9, below.y),
            style: Style(.text, on: .rowSelectedUnfocused))
        grid.write(
            [
                Span("dim", Style(.text, on: nil, .dim)), Span(" "),
                Span("slant", Style(.text, on: nil, .italic)),
                Span(" "), Span("hit", .hit),
            ], at: Point(below.x + 19, below.y))
        grid.write("ção 漢字 📷 e\u{0323} … ● ↑", in: below, row: 1)
        ProgressBar(0.62).draw(on: &grid, in: below.row(2))
        for (place, gradient) in Gradient.allCases.enumerated() {
            let part = Rect(x: below.x + place * 8, y: below.y + 3, width: 7, height: 1)
            ProgressBar(1, gradient: gradient).draw(on: &grid, in: part)
        }
        BrailleGraph([0, 1, 3, 2, 5, 8, 13, 9, 4, 6, 2, 1], gradient: .download)
            .draw(on: &grid, in: Rect(x: below.x, y: below.y + 4, width: 12, height: 2))
        grid.write(
            "#ff8800", at: Point(below.x + 14, below.y + 4),
            style: Style(foreground: .rgb(RGB(hex: 0xFF8800)), background: .rgb(RGB(hex: 0x102030)))
        )
        grid.cursor = Point(below.x + 14, below.y + 5)
        return grid
    }
}
