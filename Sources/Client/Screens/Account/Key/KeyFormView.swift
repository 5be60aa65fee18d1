import Cells
import Domain

/// The form of a new key: what it is for, how long it holds, and what it may.
struct KeyFormView {
    let state: AppState
    let form: KeyFormState

    func draw(on grid: inout Grid) {
        let layout = KeyFormLayout(state, form)
        Pane(state.say(Action.newAPIKey.title), isFocused: true).draw(on: &grid, in: layout.box)
        drawFields(on: &grid, in: layout.fields)
        grid.write(state.say(.keyMay), in: layout.intro, style: .dim)
        let window = form.scroll.window(count: form.offered.count, height: layout.list.height)
        let width = (form.offered.map(\.rawValue.columns).max() ?? 0) + 2
        for (row, index) in window.visible.enumerated() {
            let rect = layout.list.row(row)
            grid.zone(rect, .stop(form.stops.count - form.offered.count + index))
            let permission = form.offered[index]
            let isChosen = form.chosen.contains(permission)
            let spans = [
                Span(isChosen ? "✓ " : "· ", isChosen ? .good : .textDim),
                Span(permission.rawValue.fitted(to: width), isChosen ? .text : .textDim),
                Span(state.say(permission.phrase), .textDim),
            ]
            grid.write(spans.truncated(to: rect.width), in: rect)
            if form.focus == .permission(permission) { grid.select(rect, isFocused: true) }
        }
        drawAnswer(on: &grid, in: layout.answer)
    }

    private func drawFields(on grid: inout Grid, in rect: Rect) {
        let labels = [state.say(.name), state.say(.holdsFor)]
        let width = (labels.map(\.columns).max() ?? 0) + 2
        for (row, stop) in [KeyFormState.Stop.name, .expiry].enumerated() {
            let line = rect.row(row)
            grid.zone(line, .stop(row))
            let isFocused = form.focus == stop
            grid.write(labels[row], in: line, style: isFocused ? .accent : .dim)
            if isFocused { grid.markField(before: width, in: line) }
            let room = max(0, line.width - width)
            let area = Rect(x: line.x + width, y: line.y, width: min(46, room), height: line.height)
            if stop == .name {
                grid.fill(
                    area, style: Style(.text, on: isFocused ? .rowSelected : .rowSelectedUnfocused))
                grid.write(form.name, in: area.inset(horizontal: 1), isFocused: isFocused)
            } else if !area.isEmpty {
                let arrow = Style(isFocused ? .accent : .border)
                grid.write(
                    [
                        Span("‹ ", arrow),
                        Span(state.say(form.expiry.phrase), isFocused ? .title : .text),
                        Span(" ›", arrow), Span(isFocused ? "   ← →" : "", .textDim),
                    ], at: Point(area.x - 1, area.y), maxWidth: area.width)
            }
        }
    }

    private func drawAnswer(on grid: inout Grid, in rect: Rect) {
        if form.isBusy {
            grid.write(state.say(.sending), in: rect, style: .accent)
        } else if let failure = form.failure {
            for (row, line) in state.say(failure).wrapped(to: rect.width).enumerated() {
                grid.write(line, in: rect, row: row, style: Style(.bad))
            }
        } else {
            grid.write(state.say(.keyIsNoMore), in: rect, style: .dim)
        }
    }
}
