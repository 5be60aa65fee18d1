import Cells

/// Where the list of what happened stands.
struct ActivityLayout {
    let pane: Rect
    let list: Rect

    init(_ state: AppState) {
        pane = ScreenLayout(state.size).body
        list = pane.inset(horizontal: 2, vertical: 1)
    }
}
