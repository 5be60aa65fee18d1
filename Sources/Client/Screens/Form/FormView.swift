import Cells

/// A few fields to fill in.
struct FormView {
    let state: AppState
    let form: FormState

    func draw(on grid: inout Grid) {
        let body = ScreenLayout(state.size).body
        let width = min(66, body.width - 4)
        let intro = form.intro.flatMap { state.say($0).wrapped(to: width - 4) }
        let answer = answerLines(width: width - 4)
        let introHeight = intro.isEmpty ? 0 : intro.count + 1
        let box = body.dialog(
            width: width, height: introHeight + form.fields.count * 2 + max(1, answer.count) + 3)
        let inside = Pane(state.say(form.title), isFocused: true).draw(on: &grid, in: box)
        for (row, line) in intro.enumerated() {
            grid.write(line, in: inside, row: row, style: row == 0 ? .text : .dim)
        }
        let labelWidth = (form.fields.map { state.say($0.label).columns }.max() ?? 0) + 2
        let fields = inside.rows(from: introHeight)
        for (index, field) in form.fields.enumerated() {
            draw(
                field, isFocused: index == form.focus, labelWidth: labelWidth, on: &grid,
                in: fields.rows(from: index * 2, count: 2))
        }
        let below = fields.rows(from: form.fields.count * 2)
        for (row, line) in answer.enumerated() {
            grid.write([line], in: below, row: row)
        }
    }

    private func answerLines(width: Int) -> [Span] {
        if form.isBusy { return [Span(state.say(.sending), .accent)] }
        guard let failure = form.failure else { return [] }
        return state.say(failure).wrapped(to: width).map { Span($0, .bad) }
    }

    private func draw(
        _ field: FormState.Field, isFocused: Bool, labelWidth: Int, on grid: inout Grid,
        in rect: Rect
    ) {
        grid.write(state.say(field.label), in: rect, style: isFocused ? .accent : .dim)
        if isFocused, field.isText { grid.markField(before: labelWidth, in: rect) }
        let area = Rect(
            x: rect.x + labelWidth, y: rect.y, width: rect.width - labelWidth, height: 1)
        switch field.entry {
        case .text(let text): draw(text, mask: nil, isFocused, on: &grid, in: area)
        case .secret(let text): draw(text, mask: "•", isFocused, on: &grid, in: area)
        case .choice(let choices, let chosen):
            let arrow = Style(isFocused ? .accent : .border)
            let name = choices.indices.contains(chosen) ? state.say(choices[chosen]) : "–"
            grid.write(
                [
                    Span("‹ ", arrow), Span(name, isFocused ? .title : .text), Span(" ›", arrow),
                    Span(isFocused ? "   ← →" : "", .textDim),
                ], at: Point(area.x - 1, area.y), maxWidth: area.width)
        }
        if let hint = field.hint {
            grid.write(
                state.say(hint),
                in: Rect(x: area.x + 1, y: rect.y + 1, width: area.width - 1, height: 1),
                style: .dim)
        }
    }

    private func draw(
        _ text: TextField, mask: Character?, _ isFocused: Bool, on grid: inout Grid, in rect: Rect
    ) {
        grid.fill(rect, style: Style(.text, on: isFocused ? .rowSelected : .rowSelectedUnfocused))
        grid.write(text, in: rect.inset(horizontal: 1), isFocused: isFocused, mask: mask)
    }
}
