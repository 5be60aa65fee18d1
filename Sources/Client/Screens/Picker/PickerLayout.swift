import Cells

/// Where a choice stands.
struct PickerLayout {
    let box: Rect
    let list: Rect
    /// Why the choice cannot be made.
    let answer: Rect

    init(_ state: AppState, _ picker: PickerState) {
        let body = ScreenLayout(state.size).body
        let top = picker.search == nil ? 0 : 2
        // A list that changes as one types keeps its height.
        let rows = picker.search == nil ? max(1, picker.items.count) : 12
        box = body.dialog(width: min(60, body.width - 4), height: rows + top + 4)
        let inside = box.inset(horizontal: 2, vertical: 1)
        list = inside.rows(from: top, count: max(0, inside.height - top - 2))
        answer = inside.rows(from: inside.height - 1)
    }
}
