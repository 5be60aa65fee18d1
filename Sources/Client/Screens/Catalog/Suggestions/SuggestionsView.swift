import Cells

/// Tags and titles under the field where a search is being typed.
struct SuggestionsView {
    let state: AppState

    func draw(on grid: inout Grid) {
        let layout = SuggestionsLayout(state)
        guard !layout.choices.isEmpty else { return }
        let cursor = state.catalog.suggestions.cursor
        Pane("", isFocused: cursor != nil).draw(on: &grid, in: layout.box)
        let marks = HitMarks(state.catalog.search.text)
        for (row, choice) in layout.choices.enumerated() {
            let rect = layout.list.row(row)
            grid.zone(rect, .stop(row))
            switch choice {
            case .tag(let tag):
                grid.write([Span("tag:", .textDim), Span(tag)].truncated(to: rect.width), in: rect)
            case .title(let title):
                grid.write(marks.spans(title).truncated(to: rect.width), in: rect)
            }
            if row == cursor { grid.select(rect, isFocused: true) }
        }
    }
}
