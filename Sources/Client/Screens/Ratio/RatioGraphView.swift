import API
import Cells
import Domain

/// What moved over the chosen time, up above and down below, and what the ratio was meanwhile.
struct RatioGraphView {
    let state: AppState

    /// Higher than this it says no more.
    private static let most = 26

    func draw(on grid: inout Grid, in whole: Rect) {
        let rect = whole.rows(from: 0, count: Self.most)
        guard rect.height >= 3 else { return }
        guard let history = state.ratio.history else { return }
        guard !history.points.isEmpty else {
            grid.say(state.say(.nothingMoved), in: rect)
            return
        }
        let query = state.ratio.range.query
        let up = buckets(history, query) { $0.bytesUp }
        let down = buckets(history, query) { $0.bytesDown }
        let totals = [up, down].map { total($0) }
        let labelWidth = (totals.map(\.columns).max() ?? 0) + 3
        let area = Rect(
            x: rect.x + 2, y: rect.y, width: rect.width - 2 - labelWidth, height: rect.height - 1)
        // The line of the ratio comes where there is room for both.
        let lineHeight = area.height >= 9 ? area.height / 3 : 0
        let (graph, line) = area.splitBottom(lineHeight)
        if lineHeight > 0 { drawRatio(up, down, on: &grid, in: line.rows(from: 1), rect) }
        let (top, bottom) = graph.splitTop((graph.height + 1) / 2)
        drawHalf("↑", up, totals[0], .upload, .up, on: &grid, in: top, rect)
        drawHalf("↓", down, totals[1], .download, .down, on: &grid, in: bottom, rect)
        drawAxis(
            query, on: &grid, in: Rect(x: area.x, y: area.maxY, width: area.width, height: 1))
    }

    /// What the ratio was after each step: what it is now, less what has moved since.
    private func drawRatio(
        _ up: [Double], _ down: [Double], on grid: inout Grid, in area: Rect, _ rect: Rect
    ) {
        guard let stats = state.shownStats, area.height > 0 else { return }
        var given = Double(stats.bytesUp.bytes)
        var taken = Double(stats.bytesDown.bytes)
        var ratios: [Double?] = []
        for (more, less) in zip(up.reversed(), down.reversed()) {
            ratios.append(taken > 0 ? max(0, given) / taken : nil)
            given -= more
            taken -= less
        }
        ratios.reverse()
        let columns = area.width * 2
        let fitted = (0..<columns).map {
            ratios[min(ratios.count - 1, $0 * ratios.count / columns)]
        }
        let required = stats.requiredRatio
        let most = max(fitted.compactMap(\.self).max() ?? 0, required) * 1.1
        BrailleLine(fitted, maximum: most, mark: required > 0 ? required : nil)
            .draw(on: &grid, in: area)
        grid.write("÷", at: Point(rect.x, area.maxY - 1), style: .dim)
        // Its end, and the mark, are told at the right, each beside its place.
        func row(_ value: Double) -> Int {
            let share = most > 0 ? min(max(value / most, 0), 1) : 0
            return area.maxY - 1 - Int((share * Double(area.height * 4 - 1)).rounded()) / 4
        }
        func tell(_ text: String, at row: Int, _ meaning: Meaning) {
            let place = Rect(x: area.maxX, y: row, width: rect.maxX - area.maxX, height: 1)
            grid.write(text, in: place, style: Style(meaning), alignment: .right)
        }
        if required > 0 { tell("▲ \(state.figures.ratio(required))", at: row(required), .textDim) }
        if let last = fitted.last ?? nil {
            tell(state.figures.ratio(last), at: row(last), stats.meaning)
        }
    }

    private func drawHalf(
        _ sign: String, _ values: [Double], _ total: String, _ gradient: Gradient,
        _ growth: BrailleGraph.Growth, on grid: inout Grid, in area: Rect, _ rect: Rect
    ) {
        let meaning: Meaning = gradient == .upload ? .upload : .download
        let row = growth == .up ? area.maxY - 1 : area.y
        grid.write(sign, at: Point(rect.x, row), style: Style(meaning))
        grid.write(
            total, in: Rect(x: area.maxX, y: row, width: rect.maxX - area.maxX, height: 1),
            alignment: .right)
        let series = Series(values).fitted(to: area.width * 2, of: values.count)
        BrailleGraph(series, gradient: gradient, growth: growth).draw(on: &grid, in: area)
    }

    private func drawAxis(_ query: HistoryQuery, on grid: inout Grid, in row: Rect) {
        grid.fill(row, with: "─", style: Style(.border))
        let seconds = query.bucket.seconds * Int64(query.count)
        let end = state.now.timestamp
        let places: [(share: Double, back: Int64)] = [(0, seconds), (0.5, seconds / 2)]
        for place in places {
            let label = " \(self.label(of: end.adding(seconds: -place.back))) "
            let x = row.x + Int(place.share * Double(row.width))
            grid.write(label, at: Point(max(row.x, x - label.columns / 2), row.y), style: .dim)
        }
        grid.write(" \(state.say(.now)) ", in: row, style: .dim, alignment: .right)
    }

    private func label(of time: Timestamp) -> String {
        switch state.ratio.range {
        case .hour, .day: state.figures.clock(time)
        case .week, .month, .year: state.figures.day(time, now: state.now.timestamp)
        }
    }

    /// Every bucket up to now, those in which nothing moved as well.
    private func buckets(
        _ history: HistoryReply, _ query: HistoryQuery, _ value: (HistoryPoint) -> Int64
    ) -> [Double] {
        let width = query.bucket.seconds
        let last = state.now.timestamp.seconds / width
        var values = Array(repeating: 0.0, count: query.count)
        for point in history.points {
            let distance = last - point.at.seconds / width
            guard distance >= 0, distance < Int64(query.count) else { continue }
            values[query.count - 1 - Int(distance)] += Double(max(0, value(point)))
        }
        return values
    }

    private func total(_ values: [Double]) -> String {
        state.figures.long(ByteCount(clamping: Int64(min(values.reduce(0, +), 9e18))))
    }
}
