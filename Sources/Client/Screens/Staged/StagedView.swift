import Cells
import Domain

/// What a bulk act will do: how many, how much, what is owed, what is left out and why.
struct StagedView {
    let state: AppState
    let staged: StagedState

    func draw(on grid: inout Grid) {
        let layout = StagedLayout(state, staged)
        let rows = staged.items.count + staged.leftOut.count
        let last = min(rows, staged.scroll + layout.names.height)
        let footer =
            layout.lastScroll > 0
            ? state.say(.shown(staged.scroll + 1, last, of: state.figures.grouped(rows))) : ""
        Pane(
            [Span(state.say(.staged(staged.act, staged.items.count)), .warning, .bold)],
            footer: footer.isEmpty ? [] : [Span(footer, .textDim)], isFocused: true
        ).draw(on: &grid, in: layout.box)
        let inside = layout.box.inset(horizontal: 2, vertical: 1)
        for (row, line) in layout.summary.enumerated() {
            grid.write(line, in: inside, row: row)
        }
        for row in staged.scroll..<max(staged.scroll, last) {
            draw(row, on: &grid, in: layout.names.row(row - staged.scroll))
        }
        drawFields(layout, on: &grid)
        grid.answers(
            answers, of: staged.reason == nil ? .staged : .form, state, in: layout.answer)
    }

    private func draw(_ row: Int, on grid: inout Grid, in rect: Rect) {
        if staged.items.indices.contains(row) {
            let item = staged.items[row]
            let (name, size) = rect.splitRight(item.size == nil ? 0 : 9)
            grid.write([Span("◆ ", .accent), Span(item.title)], in: name)
            if let bytes = item.size {
                grid.write(state.figures.spans(bytes), in: size, alignment: .right)
            }
            return
        }
        let left = staged.leftOut[row - staged.items.count]
        let half = left.title.truncated(to: max(8, rect.width / 2))
        grid.write(
            [
                Span("– ", .textDim), Span(half, .textDisabled),
                Span("  " + state.say(left.reason), .warning),
            ], in: rect)
    }

    private func drawFields(_ layout: StagedLayout, on grid: inout Grid) {
        let fields = [
            (label: Phrase.reason, field: staged.reason), (label: .howLong, field: staged.lapse),
        ].compactMap { entry in entry.field.map { (label: state.say(entry.label), field: $0) } }
        let labels = fields.map(\.label.columns).max() ?? 0
        for (place, (entry, row)) in zip(fields, layout.fields).enumerated() {
            let isFocused = (place == 1) == staged.isInLapse
            let (label, rest) = row.splitLeft(labels + 2)
            grid.write(entry.label, in: label, style: isFocused ? .accent : Style(.textDim))
            grid.fill(rest, style: Style(.text, on: .rowSelected))
            let field = rest.inset(horizontal: 1)
            if place == 1, entry.field.text.isEmpty, !isFocused {
                grid.write(
                    state.say(.howLongHint), in: field, style: Style(.textDim, on: .rowSelected))
            } else {
                grid.write(entry.field, in: field, isFocused: isFocused)
            }
        }
        if let failure = staged.failure {
            grid.write(state.say(failure), in: layout.failure, style: Style(.bad))
        }
    }

    private var answers: [(Action, Phrase)] {
        if staged.items.isEmpty { return [(.dismiss, .close)] }
        return [(staged.reason == nil ? .confirm : .save, .doIt(staged.act)), (.dismiss, .keepIt)]
    }
}
