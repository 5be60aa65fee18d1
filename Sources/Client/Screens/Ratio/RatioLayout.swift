import Cells

/// Where the gauge, the graph and the table stand.
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
        let (top, bottom) = body.splitTop(height)
        (summary, shares) = (top, bottom)
        list = shares.inset(horizontal: 2, vertical: 1).rows(from: 1)
    }
}
