import Cells

/// What happened since the program began, newest first.
struct ActivityView {
    let state: AppState

    func draw(on grid: inout Grid) {
        let layout = ActivityLayout(state)
        let entries = state.activity.entries
        let window = state.activity.cursor.window(
            count: entries.count, height: layout.list.height)
        Pane(state.say(.activity), number: Tab.activity.rawValue, isFocused: true)
            .draw(on: &grid, in: layout.pane)
        guard !entries.isEmpty else {
            grid.say(state.say(.nothingHappened), in: layout.list)
            return
        }
        for (row, index) in window.visible.enumerated() {
            let entry = entries[entries.count - 1 - index]
            let rect = layout.list.row(row)
            let time = state.figures.moment(entry.at.timestamp, now: state.now.timestamp)
            let used = grid.write(
                [
                    Span(time.fitted(to: 10), .textDim),
                    Span(entry.tone.sign + " ", entry.tone.meaning),
                ],
                in: rect)
            let area = Rect(x: rect.x + used, y: rect.y, width: rect.width - used, height: 1)
            grid.write(state.say(entry.text), in: area)
            if index == window.cursor { grid.select(rect, isFocused: true) }
        }
    }
}
