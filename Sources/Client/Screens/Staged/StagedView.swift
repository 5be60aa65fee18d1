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
            grid.write(state.say(line), in: inside, row: row)
        }
        for row in staged.scroll..<max(staged.scroll, last) {
            draw(row, on: &grid, in: layout.names.row(row - staged.scroll))
        }
        if let rect = layout.reason { drawReason(on: &grid, in: rect) }
        grid.write(answer, in: layout.answer)
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

    private func drawReason(on grid: inout Grid, in rect: Rect) {
        guard let reason = staged.reason else { return }
        let label = state.say(.reason) + "  "
        grid.write(label, in: rect, style: .accent)
        let field = Rect(
            x: rect.x + label.columns, y: rect.y, width: rect.width - label.columns, height: 1)
        grid.fill(field, style: Style(.text, on: .rowSelected))
        grid.write(reason, in: field.inset(horizontal: 1), isFocused: true)
        if let failure = staged.failure {
            grid.write(
                state.say(failure),
                in: Rect(x: field.x, y: rect.y + 1, width: field.width, height: 1),
                style: Style(.bad))
        }
    }

    private var answer: [Span] {
        func key(_ action: Action) -> Span {
            let name = state.keymap.binding(of: action, in: state.contexts)?.shown.first ?? "–"
            return Span(name + " ", .accent, .bold)
        }
        if staged.items.isEmpty {
            return [key(.dismiss), Span(state.say(.close))]
        }
        return [
            key(staged.reason == nil ? .confirm : .save), Span(state.say(.doIt(staged.act))),
            Span("    "), key(.dismiss), Span(state.say(.keepIt)),
        ]
    }
}
