import Cells

extension ListCursor {
    /// Shows the list from this row on; the cursor comes along only as far as it must.
    mutating func scroll(to row: Int, of window: ListWindow) {
        let last = max(0, window.count - window.height)
        first = min(max(0, row), last)
        // As far from the edges as `ListWindow` keeps it, but where the list ends.
        let margin = min(2, max(0, (window.height - 1) / 2))
        let lowest = first == 0 ? 0 : first + margin
        let highest = first == last ? window.count - 1 : first + window.height - 1 - margin
        index = min(max(index, lowest), max(lowest, highest))
    }
}
