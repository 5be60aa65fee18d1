import Cells

/// The actions of a row, each with its key or with the reason why not.
struct MenuView {
    private static let gap = 3

    let state: AppState
    let menu: MenuState

    func draw(on grid: inout Grid) {
        let layout = MenuLayout(state, menu)
        Pane("", isFocused: true).draw(on: &grid, in: layout.box)
        let window = menu.cursor.window(count: menu.items.count, height: layout.list.height)
        for (row, index) in window.visible.enumerated() {
            let rect = layout.list.row(row)
            draw(menu.items[index], on: &grid, in: rect)
            if index == window.cursor { grid.select(rect, isFocused: true) }
        }
        grid.point(at: .overlay, window, in: layout.list, isFocused: true)
    }

    /// How wide an item would like to be.
    static func columns(of item: MenuState.Item, _ state: AppState) -> Int {
        state.say(item.action.title).columns + gap
            + (item.reason.map { state.say($0).columns } ?? item.key.columns)
    }

    private func draw(_ item: MenuState.Item, on grid: inout Grid, in rect: Rect) {
        let title = state.say(item.action.title)
        grid.write(title, in: rect, style: Style(item.reason == nil ? .text : .textDisabled))
        let (_, rest) = rect.splitLeft(title.columns + Self.gap)
        if let reason = item.reason {
            let style = Style(.textDisabled, .italic)
            grid.write(state.say(reason), in: rest, style: style, alignment: .right)
        } else {
            grid.write(item.key, in: rest, style: .accent, alignment: .right)
        }
    }
}
