import Cells

/// Where a menu stands: under the place that was pointed at, or wherever there is room for it.
struct MenuLayout {
    let box: Rect
    let list: Rect

    init(_ state: AppState, _ menu: MenuState) {
        let body = ScreenLayout(state.size).body
        let longest = menu.items.map { MenuView.columns(of: $0, state) }.max() ?? 0
        let width = min(body.width, longest + 4)
        let height = min(body.height, menu.items.count + 2)
        let isBelow = menu.point.y + 1 + height <= body.maxY
        let y = isBelow ? menu.point.y + 1 : menu.point.y - height
        box = Rect(
            x: min(max(body.x, menu.point.x), body.maxX - width),
            y: min(max(body.y, y), body.maxY - height), width: width, height: height)
        list = box.inset(horizontal: 2, vertical: 1)
    }
}
