import Cells

/// Something to be read and written down before anything goes on.
struct NoticeView {
    let state: AppState
    let notice: NoticeState

    func draw(on grid: inout Grid) {
        let body = ScreenLayout(state.size).body
        let width = min(68, body.width - 4)
        let lines = notice.lines.flatMap { state.say($0).wrapped(to: width - 6) }
        let box = body.centred(width: width, height: lines.count + notice.facts.count + 7)
        let inside = Pane(state.say(notice.title), isFocused: true)
            .draw(on: &grid, in: box).inset(horizontal: 1)
        var row = 1
        for line in lines {
            grid.write(line, in: inside, row: row, style: Style(.warning))
            row += 1
        }
        row += 1
        let labelWidth = (notice.facts.map { state.say($0.name).columns }.max() ?? 0) + 2
        for fact in notice.facts {
            grid.write(
                [
                    Span(state.say(fact.name).fitted(to: labelWidth), .textDim),
                    Span(fact.value, fact.isSecret ? Style(.accent, .bold) : .text),
                ], in: inside, row: row)
            row += 1
        }
        grid.write(state.say(.pressEnter), in: inside, row: row + 1, style: .dim)
    }
}
