import API
import Cells

/// All that one entry of the audit log says.
struct AuditEntryView {
    let state: AppState
    let entry: AuditEntryState

    func draw(on grid: inout Grid) {
        let layout = AuditEntryLayout(state, entry)
        let footer = layout.lastScroll > 0 ? "↑↓" : ""
        Pane(entry.entry.act, footer: footer, isFocused: true).draw(on: &grid, in: layout.box)
        for (row, line) in layout.lines.dropFirst(entry.scroll).prefix(layout.text.height)
            .enumerated()
        {
            grid.write(line, in: layout.text, row: row)
        }
    }
}
