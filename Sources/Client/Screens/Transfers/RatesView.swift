import Cells
import Domain

/// How fast everything went over the last ten minutes.
struct RatesView {
    let state: AppState

    func draw(on grid: inout Grid, in rect: Rect) {
        let inside = Pane(
            state.say(.rates), right: state.say(.minutes(RateHistory.seconds / 60))
        ).draw(on: &grid, in: rect)
        let halves = inside.rows(.part(1), .part(1))
        let history = state.transfers.history
        draw(
            "↓", history.down, now: state.transfers.downloadRate, .download, on: &grid,
            in: halves[0])
        draw(
            "↑", history.up, now: state.transfers.uploadRate, .upload, on: &grid, in: halves[1])
    }

    private func draw(
        _ sign: String, _ values: [Double], now: ByteCount, _ gradient: Gradient,
        on grid: inout Grid, in rect: Rect
    ) {
        let (top, graph) = rect.splitTop(1)
        let meaning: Meaning = gradient == .download ? .download : .upload
        // What is shown beside it is not above it, though the graph has not taken it in yet.
        let peak = max(now, ByteCount(clamping: Int64(min(values.max() ?? 0, 1e18))))
        grid.write(
            [
                Span("\(sign) ", meaning),
                Span(state.figures.long(now) + "/s", now == .zero ? .textDim : .text),
            ], in: top)
        grid.write(
            state.say(.peak(state.figures.long(peak) + "/s")), in: top, style: .dim,
            alignment: .right)
        // The whole ten minutes in as many dots as there are: the newest at the right.
        let series = Series(values).fitted(to: graph.width * 2, of: RateHistory.seconds)
        BrailleGraph(series, gradient: gradient).draw(on: &grid, in: graph)
    }
}
