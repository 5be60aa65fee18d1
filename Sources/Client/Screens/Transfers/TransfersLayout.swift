import Cells

/// Where the transfers, the detail of one and the rates stand.
struct TransfersLayout {
    let pane: Rect
    /// Detail and rates fold below 20 rows.
    let detail: Rect?
    let rates: Rect?
    /// Between the two, from 140 columns on; below that it stands in the detail.
    let swarm: Rect?
    let list: Rect

    init(_ state: AppState) {
        let size = state.size
        let body = ScreenLayout(size).body
        if size.height >= 20, state.paneSize != .full {
            let share = state.paneSize == .half ? 1 : 2
            let height = min(14, max(state.paneSize == .half ? 8 : 9, body.height * share / 5))
            let (top, bottom) = body.splitBottom(height)
            pane = top
            if size.width >= 140 {
                let parts = bottom.columns(.part(5), .part(4), .part(4))
                (detail, swarm, rates) = (parts[0], parts[1], parts[2])
            } else {
                let side = size.width >= 100 ? size.width * 2 / 5 : size.width / 2 - 6
                let (left, right) = bottom.splitRight(side)
                (detail, swarm, rates) = (left, nil, right)
            }
        } else {
            (pane, detail, rates, swarm) = (body, nil, nil, nil)
        }
        list = pane.inset(horizontal: 2, vertical: 1).rows(from: 2)
    }
}
