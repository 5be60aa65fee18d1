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
        grid.answers(
            [(.confirm, question.yes), (.dismiss, .keepIt)], of: .question, state, in: row)
    }
}
