import API
import Cells

/// Types, tags, sizes and ages of what a search finds, with how many there are of each.
struct FacetsView {
    let state: AppState
    let facets: FacetsState

    func draw(on grid: inout Grid) {
        let layout = FacetsLayout(state, facets)
        let inside = Pane(
            state.say(.narrowTitle), footer: footer, isFocused: true
        ).draw(on: &grid, in: layout.box)
        if !layout.search.isEmpty {
            let text = state.catalog.search.text
            grid.write("/ ", in: layout.search, style: .dim)
            let (_, rest) = layout.search.splitLeft(2)
            grid.write(
                text.isEmpty ? state.say(.everything) : text, in: rest,
                style: text.isEmpty ? .dim : .title)
        }
        let choices = state.facetChoices(facets)
        for (lines, list) in zip(layout.columns, layout.lists) {
            let cursor = lines.firstIndex(of: .choice(facets.cursor.index))
            let window = ListWindow(count: lines.count, cursor: cursor ?? 0, height: list.height)
            for (row, index) in window.visible.enumerated() {
                if case .choice(let place) = lines[index] { grid.zone(list.row(row), .stop(place)) }
                draw(lines[index], of: choices, on: &grid, in: list.row(row))
                if index == cursor { grid.select(list.row(row), isFocused: true) }
            }
        }
        if let failure = facets.failure {
            let last = inside.row(inside.height - 1)
            grid.write("! " + state.say(failure.phrase), in: last, style: Style(.bad))
        } else if choices.isEmpty {
            grid.say(state.say(facets.found == nil ? .loading : .nothingToNarrow), in: inside)
        }
    }

    private func draw(
        _ line: FacetsLayout.Line, of choices: [FacetChoice], on grid: inout Grid, in rect: Rect
    ) {
        switch line {
        case .gap: break
        case .heading(let group): grid.write(state.say(group.title), in: rect, style: .dim)
        case .choice(let index):
            let choice = choices[index]
            let count = state.figures.grouped(choice.bucket.count)
            let (name, number) = rect.splitRight(count.columns + 2)
            grid.write(
                [
                    Span(choice.isChosen ? "✓ " : "  ", .accent),
                    Span(
                        state.say(choice.phrase),
                        choice.isChosen ? Style(.title, .bold) : .text),
                ].truncated(to: name.width), in: name)
            grid.write(
                count, in: number, style: choice.bucket.count == 0 ? .dim : .text,
                alignment: .right)
        }
    }

    private var footer: String {
        guard let found = facets.found else { return "" }
        let total = state.figures.grouped(found.total)
        return state.say(found.totalIsCapped ? .ofTheNewest(total) : .inAll(total))
    }
}
