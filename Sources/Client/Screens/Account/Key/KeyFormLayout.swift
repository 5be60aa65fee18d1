import Cells

/// Where the form of a new key stands.
struct KeyFormLayout {
    let box: Rect
    let fields: Rect
    let intro: Rect
    let list: Rect
    /// What came of it, or what is missing: two lines.
    let answer: Rect

    init(_ state: AppState, _ form: KeyFormState) {
        let body = ScreenLayout(state.size).body
        let wanted = 2 + 1 + 1 + max(1, form.offered.count) + 1 + 2 + 2
        box = body.dialog(width: 76, height: wanted)
        let inside = box.inset(horizontal: 2, vertical: 1)
        let isTight = inside.height < wanted - 2
        let parts = inside.rows(
            [
                .cells(2), .cells(isTight ? 0 : 1), .cells(1), .part(1), .cells(isTight ? 0 : 1),
                .cells(isTight ? 1 : 2),
            ])
        (fields, intro, list, answer) = (parts[0], parts[2], parts[3], parts[5])
    }
}
