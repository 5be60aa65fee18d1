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
        grid.point(at: .overlay, window, in: layout.list, isFocused: true)
        if entries.isEmpty { grid.say(state.say(.nothingMatches), in: layout.list) }
    }

    private func draw(_ entry: PaletteEntry, on grid: inout Grid, in rect: Rect) {
        let isOpen = entry.reason == nil
        grid.write(title(of: entry, Style(isOpen ? .text : .textDisabled)), in: rect)
        guard let reason = entry.reason else {
            grid.write(entry.key, in: rect, style: .accent, alignment: .right)
            return
        }
        let used = state.say(entry.action.title).columns + 2
        let key = entry.key.isEmpty ? [] : [Span("  " + entry.key, .textDisabled)]
        let rest = Rect(x: rect.x + used, y: rect.y, width: max(0, rect.width - used), height: 1)
        let words = [Span(state.say(reason), Style(.textDisabled, .italic))]
        grid.write(
            words.truncated(to: max(0, rest.width - key.columns)) + key, in: rest, alignment: .right
        )
    }

    /// With the letters that were typed.
    private func title(of entry: PaletteEntry, _ style: Style) -> [Span] {
        var spans: [Span] = []
        var hit = style
        hit.traits.insert(.underline)
        if entry.reason == nil { hit.foreground = .meaning(.accent) }
        let places = Set(entry.places)
        for (place, letter) in state.say(entry.action.title).enumerated() {
            spans.append(Span(String(letter), places.contains(place) ? hit : style))
        }
        return spans
    }
}
