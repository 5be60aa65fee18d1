import Cells

/// Where the gauge, the graph and the table stand: one above the other, or, from 140 columns on, side
/// by side.
struct RatioLayout {
    /// Empty where the table has everything.
    let summary: Rect
    let shares: Rect
    let list: Rect

    init(_ state: AppState) {
        let body = ScreenLayout(state.size).body
        // Six rows say it in figures; the graph takes what is left, up to fourteen.
        let height =
            switch state.paneSize {
            case .normal: min(20, max(8, body.height * 11 / 20))
            case .half: 8
            case .full: 0
            }
        if state.size.width >= 140, state.paneSize == .normal {
            (summary, shares) = body.splitRight(body.width * 9 / 20)
        } else {
            (summary, shares) = body.splitTop(height)
        }
        list = shares.inset(horizontal: 2, vertical: 1).rows(from: 1)
    }
}
