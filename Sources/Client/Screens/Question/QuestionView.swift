import Cells

/// A question, what will be lost, and the keys that answer it.
struct QuestionView {
    let state: AppState
    let question: QuestionState

    func draw(on grid: inout Grid) {
        let body = ScreenLayout(state.size).body
        let width = min(60, body.width - 4)
        let lines = question.lines.flatMap { state.say($0).wrapped(to: width - 4) }
        let box = body.dialog(width: width, height: lines.count + 6)
        let inside = Pane(
            [Span(state.say(question.title), .warning, .bold)], isFocused: true
        ).draw(on: &grid, in: box)
        for (row, line) in lines.enumerated() { grid.write(line, in: inside, row: row + 1) }
        let row = inside.row(lines.count + 2)
        // Where there is no room for it, the status line has the same.
        guard !row.isEmpty else { return }
        let used = draw(.confirm, question.yes, on: &grid, at: row.origin, maxWidth: row.width)
        draw(
            .dismiss, .keepIt, on: &grid, at: Point(row.x + used + 4, row.y),
            maxWidth: row.width - used - 4)
    }

    /// A key that answers, with what it does: it can be clicked.
    @discardableResult
    private func draw(
        _ action: Action, _ words: Phrase, on grid: inout Grid, at point: Point, maxWidth: Int
    ) -> Int {
        guard let key = state.keymap.binding(of: action, in: [.question])?.keys.first else {
            return 0
        }
        let used = grid.write(
            [Span("\(key.description) ", .accent, .bold), Span(state.say(words))], at: point,
            maxWidth: maxWidth)
        grid.zone(Rect(x: point.x, y: point.y, width: used, height: 1), .key(key))
        return used
    }
}
