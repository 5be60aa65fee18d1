/// What a screen shows: rows of cells.
///
/// 1. A wide character's two cells live and die together: writing over one half blanks the other.
/// 2. No cell holds anything that a terminal would obey (see `Cluster`).
/// 3. Writing outside the grid does nothing.
package struct Grid: Hashable, Sendable {
    package let width: Int
    package let height: Int
    private var cells: [Cell]
    /// Where the terminal's own cursor stands, as in a text field; hidden when `nil`.
    package var cursor: Point?
    /// What is typed there must not be seen by anybody.
    package var isCursorSecret = false

    package init(width: Int, height: Int) {
        self.width = max(0, width)
        self.height = max(0, height)
        cells = Array(repeating: .blank, count: self.width * self.height)
    }

    package init(_ size: Size) { self.init(width: size.width, height: size.height) }

    package var size: Size { Size(width: width, height: height) }
    package var bounds: Rect { Rect(size) }

    /// Blank outside the grid.
    package subscript(x: Int, y: Int) -> Cell {
        contains(x, y) ? cells[y * width + x] : .blank
    }

    /// The cells of a row, from the left.
    package func row(_ y: Int) -> ArraySlice<Cell> {
        (0..<height).contains(y) ? cells[(y * width)..<((y + 1) * width)] : []
    }

    func contains(_ x: Int, _ y: Int) -> Bool { x >= 0 && x < width && y >= 0 && y < height }

    /// Puts a character of width 1 or 2 that fits the row.
    mutating func place(_ text: String, width columns: UInt8, x: Int, y: Int, style: Style) {
        guard contains(x, y), contains(x + Int(columns) - 1, y) else { return }
        var style = style
        let index = y * width + x
        if style.background == nil { style.background = cells[index].style.background }
        release(x, y)
        if columns == 2 { release(x + 1, y) }
        cells[index] = Cell(text: text, width: columns, style: style)
        if columns == 2 { cells[index + 1] = Cell(text: "", width: 0, style: style) }
    }

    /// Ends a text that is written from the right: a terminal that turns such texts around would
    /// turn the next column's figures with it. Others leave the mark out.
    mutating func endRightToLeft(_ x: Int, _ y: Int) {
        guard contains(x, y) else { return }
        let cell = cells[y * width + x]
        guard !cell.isContinuation, cell.text.unicodeScalars.last != Direction.leftToRightMark
        else { return }
        var text = cell.text
        text.unicodeScalars.append(Direction.leftToRightMark)
        cells[y * width + x] = Cell(text: text, width: cell.width, style: cell.style)
    }

    /// Changes the look of a cell that is inside and leaves what stands in it.
    mutating func restyle(_ x: Int, _ y: Int, _ change: (inout Style) -> Void) {
        guard contains(x, y) else { return }
        change(&cells[y * width + x].style)
    }

    /// Blanks the other half of a wide character that is about to lose one.
    private mutating func release(_ x: Int, _ y: Int) {
        let index = y * width + x
        let cell = cells[index]
        if cell.isContinuation, x > 0 {
            cells[index - 1] = Cell(text: " ", width: 1, style: cells[index - 1].style)
        } else if cell.width == 2, x + 1 < width {
            cells[index + 1] = Cell(text: " ", width: 1, style: cells[index + 1].style)
        }
    }
}
