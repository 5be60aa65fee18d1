import Cells

/// Something to be read and written down before anything goes on.
struct NoticeView {
    let state: AppState
    let notice: NoticeState

    func draw(on grid: inout Grid) {
        let body = ScreenLayout(state.size).body
        let width = min(68, body.width - 4)
        let lines = notice.lines.flatMap { state.say($0).wrapped(to: width - 6) }
        let count = lines.count + notice.facts.count
        // Where there is no room for air, there is room for words.
        let isTight = count + 7 > body.height
        let box = body.dialog(width: width, height: isTight ? count + 3 : count + 7)
        let inside = Pane(state.say(notice.title), isFocused: true)
            .draw(on: &grid, in: box).inset(horizontal: 1)
        let gap = isTight ? 0 : 1
        var row = gap
        for line in lines {
            grid.write(line, in: inside, row: row, style: Style(.warning))
            row += 1
        }
        row += gap
        let values = notice.facts.map(\.value.columns).max() ?? 0
        let labels = (notice.facts.map { state.say($0.name).columns }.max() ?? 0) + 2
        let labelWidth = min(labels, max(12, inside.width - values))
        for fact in notice.facts {
            let name = state.say(fact.name).truncated(to: labelWidth - 1)
            grid.write(
                [
                    Span(name.fitted(to: labelWidth), .textDim),
                    Span(fact.value, fact.isSecret ? Style(.accent, .bold) : .text),
                ], in: inside, row: row)
            row += 1
        }
        grid.write(state.say(notice.answer), in: inside, row: row + gap, style: .dim)
    }
}
