import Cells
import Domain

/// Where the form of a role stands.
struct RoleFormLayout {
    let box: Rect
    let fields: Rect
    let titles: Rect
    let list: Rect
    /// What saving means, or why it cannot be done: two lines.
    let answer: Rect

    init(_ state: AppState) {
        let body = ScreenLayout(state.size).body
        let wanted = 3 + 1 + 1 + Permission.allCases.count + 1 + 2 + 2
        box = body.dialog(width: 74, height: wanted)
        let inside = box.inset(horizontal: 2, vertical: 1)
        let isTight = inside.height < wanted - 2
        let parts = inside.rows(
            [
                .cells(3), .cells(isTight ? 0 : 1), .cells(1), .part(1), .cells(isTight ? 0 : 1),
                .cells(2),
            ])
        (fields, titles, list, answer) = (parts[0], parts[2], parts[3], parts[5])
    }
}
