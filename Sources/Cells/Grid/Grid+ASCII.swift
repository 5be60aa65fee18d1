extension Grid {
    /// The same screen for a terminal that knows only ASCII: lines, bars and signs become the
    /// nearest sign, accents leave their letters, anything else is a question mark.
    ///
    /// Views draw one way; only the screen that paints knows what its terminal can show.
    package func inASCII() -> Grid {
        var plain = Grid(size)
        plain.cursor = cursor
        plain.isCursorSecret = isCursorSecret
        for y in 0..<height {
            for (x, cell) in row(y).enumerated() where !cell.isContinuation {
                let text = cell.asciiText
                for (offset, character) in text.enumerated() {
                    plain.place(String(character), width: 1, x: x + offset, y: y, style: cell.style)
                }
            }
        }
        return plain
    }
}
