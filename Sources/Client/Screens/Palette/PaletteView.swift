import Cells

/// Every action by name, with its key, or with the reason why not.
struct PaletteView {
    let state: AppState
    let palette: PaletteState

    func draw(on grid: inout Grid) {
        let layout = PaletteLayout(state)
        let entries = state.paletteEntries(palette)
        let all = state.paletteEntries(PaletteState()).count
        let inside = Pane(
            state.say(.commands), right: state.say(.of("\(entries.count)", "\(all)")),
            isFocused: true
        ).draw(on: &grid, in: layout.box)
        let line = inside.row(0)
        grid.write(": ", in: line, style: .accent)
        grid.write(
            palette.search, in: Rect(x: line.x + 2, y: line.y, width: line.width - 2, height: 1),
            isFocused: true, style: Style(.title))
        let window = palette.cursor.window(count: entries.count, height: layout.list.height)
        for (row, index) in window.visible.enumerated() {
            let rect = layout.list.row(row)
            draw(entries[index], on: &grid, in: rect)
            if index == window.cursor { grid.select(rect, isFocused: true) }
        }
        if entries.isEmpty { grid.say(state.say(.nothingMatches), in: layout.list) }
    }

    private func draw(_ entry: PaletteEntry, on grid: inout Grid, in rect: Rect) {
        guard let reason = entry.reason else {
            grid.write(state.say(entry.action.title), in: rect)
            grid.write(entry.key, in: rect, style: .accent, alignment: .right)
            return
        }
        let title = state.say(entry.action.title)
        let used = grid.write(title, in: rect, style: Style(.textDisabled))
        let rest = Rect(
            x: rect.x + used + 2, y: rect.y, width: rect.width - used - 2, height: 1)
        grid.write(
            state.say(reason), in: rest, style: Style(.textDisabled, .italic), alignment: .right)
    }
}
