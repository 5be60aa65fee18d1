import Cells

/// The keys of where one is, as the keymap has them.
struct HelpView {
    let state: AppState
    let help: HelpState

    func draw(on grid: inout Grid) {
        let layout = HelpLayout(state, help)
        let footer = layout.lastScroll > 0 ? "↑↓" : ""
        Pane(state.say(.help), footer: footer, isFocused: true).draw(on: &grid, in: layout.box)
        let areas = layout.text.columns(
            Array(repeating: .part(1), count: layout.columns.count), gap: 2)
        for (lines, area) in zip(layout.columns, areas) {
            for (row, line) in lines.dropFirst(help.scroll).prefix(area.height).enumerated() {
                if !line.heading.isEmpty {
                    grid.write(line.heading, in: area, row: row, style: .title)
                    continue
                }
                grid.write(line.keys, in: area, row: row, style: .accent)
                grid.write(
                    line.title,
                    in: Rect(
                        x: area.x + layout.keyWidth, y: area.y, width: area.width - layout.keyWidth,
                        height: area.height), row: row)
            }
        }
    }
}
