import Cells

/// Where columns are chosen: at the right, so that the table is seen to change, or over it where
/// there is no such room.
struct ColumnsLayout {
    let box: Rect
    let list: Rect
    let isBeside: Bool

    init(_ state: AppState, _ columns: ColumnsState) {
        let body = ScreenLayout(state.size).body
        let height = columns.table.columns.count + 4
        isBeside = body.width >= 100
        if isBeside {
            let width = 38
            box = Rect(
                x: body.maxX - width, y: body.y, width: width, height: min(body.height, height))
        } else {
            box = body.dialog(width: 38, height: height)
        }
        list = box.inset(horizontal: 2, vertical: 1).rows(from: 1)
    }
}
