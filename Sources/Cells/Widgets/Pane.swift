/// A bordered part of the screen with words set into its border.
///
/// Titles give way from right to left when the pane is narrow; the border always closes.
package struct Pane: Sendable {
    package var title: [Span]
    package var rightTitle: [Span]
    package var footer: [Span]
    package var isFocused: Bool

    package init(
        _ title: [Span], right rightTitle: [Span] = [], footer: [Span] = [],
        isFocused: Bool = false
    ) {
        self.title = title
        self.rightTitle = rightTitle
        self.footer = footer
        self.isFocused = isFocused
    }

    /// - Parameter number: the key that opens it, set before the title.
    package init(
        _ title: String, number: Int? = nil, right rightTitle: String = "", footer: String = "",
        isFocused: Bool = false
    ) {
        func spans(_ text: String, _ style: Style) -> [Span] {
            text.isEmpty ? [] : [Span(text, style)]
        }
        self.init(
            Self.heading(title, number: number, isFocused: isFocused),
            right: spans(rightTitle, .dim), footer: spans(footer, .dim), isFocused: isFocused)
    }

    /// A title with the number of its pane.
    package static func heading(_ title: String, number: Int?, isFocused: Bool) -> [Span] {
        guard !title.isEmpty else { return [] }
        let digit = number.map {
            [Span("\($0) ", isFocused ? Style(.accent, .bold) : Style(.textDim))]
        }
        return (digit ?? []) + [Span(title, isFocused ? Style(.title, .bold) : .dim)]
    }

    /// Draws the border and clears what is inside.
    ///
    /// - Returns: the part inside, one cell away from the border at the left and right.
    @discardableResult
    package func draw(on grid: inout Grid, in rect: Rect) -> Rect {
        guard rect.width >= 2, rect.height >= 2 else {
            return Rect(x: rect.x, y: rect.y, width: 0, height: 0)
        }
        let line = Style(isFocused ? .borderFocused : .border, on: .background)
        let middle = String(repeating: "─", count: rect.width - 2)
        grid.fill(rect, style: Style(.text, on: .background))
        grid.write("╭\(middle)╮", at: rect.origin, style: line)
        grid.write("╰\(middle)╯", at: Point(rect.x, rect.maxY - 1), style: line)
        for y in (rect.y + 1)..<(rect.maxY - 1) {
            grid.write("│", at: Point(rect.x, y), style: line)
            grid.write("│", at: Point(rect.maxX - 1, y), style: line)
        }
        let top = drawLeft(title, on: &grid, in: rect)
        drawRight(rightTitle, on: &grid, in: rect, y: rect.y, free: rect.width - 4 - top)
        drawRight(footer, on: &grid, in: rect, y: rect.maxY - 1, free: rect.width - 4)
        return rect.inset(horizontal: 2, vertical: 1)
    }

    /// - Returns: the columns used.
    private func drawLeft(_ words: [Span], on grid: inout Grid, in rect: Rect) -> Int {
        let room = rect.width - 6
        guard !words.isEmpty, room > 0 else { return 0 }
        let used = grid.write(words, at: Point(rect.x + 3, rect.y), maxWidth: room)
        grid.write(" ", at: Point(rect.x + 2, rect.y))
        grid.write(" ", at: Point(rect.x + 3 + used, rect.y))
        return used + 2
    }

    private func drawRight(
        _ words: [Span], on grid: inout Grid, in rect: Rect, y: Int, free: Int
    ) {
        let width = words.columns
        guard width > 0, width + 2 <= free else { return }
        let start = rect.maxX - 2 - width - 2
        grid.write(" ", at: Point(start, y))
        grid.write(words, at: Point(start + 1, y), maxWidth: width)
        grid.write(" ", at: Point(start + 1 + width, y))
    }
}
