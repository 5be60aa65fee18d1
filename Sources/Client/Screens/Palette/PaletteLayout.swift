import Cells

/// Where the palette stands.
struct PaletteLayout {
    let box: Rect
    let list: Rect

    init(_ state: AppState) {
        let body = ScreenLayout(state.size).body
        let height = min(body.height - 2, 18)
        let width = min(body.width - 4, 76)
        box = Rect(
            x: body.x + (body.width - width) / 2, y: body.y + min(3, (body.height - height) / 2),
            width: width, height: height)
        list = box.inset(horizontal: 2, vertical: 1).rows(from: 2)
    }
}
