import API
import Cells
import Domain

/// The catalog: a search, its results, the detail of one, and the transfers folded below.
struct CatalogView {
    let state: AppState

    private var catalog: CatalogState { state.catalog }

    func draw(on grid: inout Grid) {
        let layout = CatalogLayout(state)
        if !layout.isDetailAlone { drawList(layout, on: &grid) }
        if let detail = layout.detail {
            CatalogDetailView(state: state).draw(on: &grid, in: detail)
        }
        TransferStripView(state: state).draw(layout.strip, on: &grid)
    }

    private func drawList(_ layout: CatalogLayout, on grid: inout Grid) {
        let window = catalog.cursor.window(
            count: catalog.items.count, height: layout.list.height)
        let isFocused = !state.isStripFocused && !state.isNarrowing && !state.isEntryFocused
        let inside = Pane(
            state.say(.catalog), number: Tab.catalog.rawValue,
            right: state.say(catalog.sort.phrase) + " ▾",
            footer: footer(window), isFocused: isFocused
        ).draw(on: &grid, in: layout.pane)
        drawSearch(on: &grid, in: inside.row(0))
        grid.point(at: .startSearch, of: .catalog, state, in: inside.row(0))
        if let keptAt = catalog.keptAt {
            let since = state.figures.moment(keptAt, now: state.now.timestamp)
            grid.write(
                "○ " + state.say(.keptSince(since)), in: inside.row(1), style: Style(.warning))
        } else if let failure = catalog.failure {
            grid.write(
                "! " + state.say(failure.phrase), in: inside.row(1), style: Style(.bad))
        }
        let table = CatalogTable(state: state, width: layout.list.width - 2)
        if layout.hasTitles {
            let row = inside.row(2)
            table.layout.drawTitles(
                on: &grid, in: Rect(x: row.x + 2, y: row.y, width: row.width - 2, height: 1))
        }
        for (row, index) in window.visible.enumerated() {
            let rect = layout.list.row(row)
            if let item = catalog.items[index] {
                let isMarked = catalog.marks.contains(item.id, row: index)
                table.draw(item, isMarked: isMarked, on: &grid, in: rect)
            } else {
                grid.write("…", in: rect, style: .dim)
            }
            if index == window.cursor { grid.select(rect, isFocused: isFocused) }
        }
        grid.point(at: .main, window, in: layout.list, isFocused: isFocused)
        if let rect = layout.snippet, let snippet = catalog.current?.snippet {
            let spans = HitMarks.spans(snippet, .dim)
            grid.write(spans.truncated(to: rect.width), in: rect)
        }
        if catalog.items.isEmpty { drawEmptiness(on: &grid, in: layout.list) }
        SuggestionsView(state: state).draw(on: &grid)
    }

    private func drawEmptiness(on grid: inout Grid, in rect: Rect) {
        if let words = emptiness {
            grid.say(state.say(words), in: rect)
        } else if catalog.failure == nil, let searched = catalog.answered?.q {
            CatalogNothingView(state: state, searched: searched).draw(on: &grid, in: rect)
        }
    }

    private var emptiness: Phrase? {
        if state.session?.may(.catalogRead) != true { return .mayNotReadCatalog }
        if catalog.keptAt != nil { return .nothingKept }
        if catalog.failure != nil { return nil }
        guard let answered = catalog.answered else { return .loading }
        return answered.q.isEmpty ? .catalogEmpty : nil
    }

    private func footer(_ window: ListWindow) -> String {
        guard !window.visible.isEmpty else { return "" }
        let total = state.figures.counted(catalog.total ?? CatalogTotal(catalog.items.count))
        let shown = state.say(
            .shown(window.visible.lowerBound + 1, window.visible.upperBound, of: total))
        return state.withMarks(in: .catalog, shown)
    }

    private func drawSearch(on grid: inout Grid, in row: Rect) {
        let count = self.count
        grid.write(count, in: row, style: .dim, alignment: .right)
        grid.write("/ ", in: row, style: catalog.isSearching ? .accent : .dim)
        let area = Rect(
            x: row.x + 2, y: row.y, width: row.width - 4 - count.columns, height: 1)
        if catalog.search.isEmpty {
            grid.write(state.say(.searchPlaceholder), in: area, style: .dim)
        }
        grid.write(
            catalog.search, in: area, isFocused: catalog.isSearching && state.overlays.isEmpty,
            style: Style(.title))
    }

    /// `8 of 12,408`
    private var count: String {
        guard let total = catalog.total else { return "" }
        let found = state.figures.counted(total)
        guard let everything = catalog.everything, catalog.answered?.q.isEmpty == false else {
            return found
        }
        return state.say(.of(found, state.figures.counted(everything)))
    }
}
