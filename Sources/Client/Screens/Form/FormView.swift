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
        // The field with the keys is always there, with its answer; the words before have the rest.
        let room = max(0, inside.height - min(answer.count, max(0, inside.height - 2)))
        let perField = min(2, room)
        let shown = min(form.fields.count, max(1, (room - introHeight) / max(1, perField)))
        let introRoom = max(0, min(introHeight, room - shown * perField))
        drawIntro(intro, on: &grid, in: inside.rows(from: 0, count: introRoom))
        let labelWidth = (form.fields.map { state.say($0.label).columns }.max() ?? 0) + 2
        let fields = inside.rows(from: introRoom)
        let first = max(0, min(form.focus - shown / 2, form.fields.count - shown))
        for (row, index) in (first..<first + shown).enumerated() {
            draw(
                form.fields[index], at: index, isFocused: index == form.focus,
                labelWidth: labelWidth, on: &grid,
                in: fields.rows(from: row * perField, count: perField))
        }
        let below = fields.rows(from: shown * perField)
        for (row, line) in answer.enumerated() where row < below.height {
            grid.write([line], in: below, row: row)
        }
    }

    /// What it is about; where it does not end in its room, that is seen.
    private func drawIntro(_ lines: [String], on grid: inout Grid, in rect: Rect) {
        for (row, line) in lines.enumerated() where row < rect.height {
            let isCut = row == rect.height - 1 && row + 1 < lines.count
            grid.write(
                isCut ? line.truncated(to: rect.width - 2) + " …" : line, in: rect, row: row,
                style: row == 0 ? .text : .dim)
        }
    }

    private func answerLines(width: Int) -> [Span] {
        if form.isBusy { return [Span(state.say(.sending), .accent)] }
        guard let failure = form.failure else { return [] }
        return state.say(failure).wrapped(to: width).map { Span($0, .bad) }
    }

    private func draw(
        _ field: FormState.Field, at index: Int, isFocused: Bool, labelWidth: Int,
        on grid: inout Grid,
        in rect: Rect
    ) {
        grid.zone(rect, .stop(index))
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
        if let hint = field.hint, rect.height > 1 {
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
