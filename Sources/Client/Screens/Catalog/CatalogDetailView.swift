import API
import Cells
import Domain

/// All there is to say of one entry of the catalog.
struct CatalogDetailView {
    let state: AppState

    func draw(on grid: inout Grid, in rect: Rect) {
        let inside = Pane(
            state.say(.detail), isFocused: state.isEntryFocused && state.overlays.isEmpty
        ).draw(on: &grid, in: rect)
        guard let item = state.catalog.current else { return }
        let marks = HitMarks(state.catalog.answered?.q ?? "")
        CatalogEntryView(state: state, item: item, marks: marks).draw(on: &grid, in: inside)
    }
}
