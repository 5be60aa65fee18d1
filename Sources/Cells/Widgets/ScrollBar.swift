/// Which part of a list is shown, in the border at its right.
package struct ScrollBar: Sendable {
    package let window: ListWindow

    package init(_ window: ListWindow) { self.window = window }

    /// Of a bar of this height, the rows that stand for what is shown; `nil` where all is shown, or
    /// the bar is too short to say anything.
    package func thumb(in height: Int) -> Range<Int>? {
        guard !window.isComplete, height >= 3 else { return nil }
        // Never as long as the bar: something is always hidden.
        let length = min(max(1, height * window.height / window.count), height - 1)
        let (hidden, room) = (window.count - window.height, height - length)
        // Only the very ends of the list are at the ends of the bar.
        let start =
            window.first == 0
            ? 0
            : window.first == hidden
                ? room : min(max(window.first * room / hidden, min(1, room)), max(room - 1, 0))
        return start..<(start + length)
    }

    /// The first row to be shown when this row of the bar is pointed at.
    package func first(at row: Int, of height: Int) -> Int {
        let hidden = max(0, window.count - window.height)
        guard height > 1 else { return 0 }
        return min(max(0, row), height - 1) * hidden / (height - 1)
    }

    package func draw(on grid: inout Grid, in rect: Rect, style: Style) {
        guard let thumb = thumb(in: rect.height) else { return }
        for row in thumb { grid.write("┃", in: rect, row: row, style: style) }
    }
}
