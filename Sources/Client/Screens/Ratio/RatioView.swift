import API
import Cells
import Domain

/// What somebody gave and took: in figures, on a gauge, over time, by torrent.
struct RatioView {
    let state: AppState

    private var ratio: RatioState { state.ratio }

    func draw(on grid: inout Grid) {
        let layout = RatioLayout(state)
        if layout.summary.height > 0 { drawSummary(on: &grid, in: layout.summary) }
        if ratio.showsBoard {
            LeaderboardView(state: state).draw(layout, on: &grid)
        } else {
            SharesView(state: state).draw(layout, on: &grid)
        }
    }

    private func drawSummary(on grid: inout Grid, in rect: Rect) {
        let who = ratio.other?.username ?? state.say(.me)
        let inside = Pane(
            state.say(.ratio), number: Tab.ratio.rawValue,
            right: "\(who) ▾  \(state.say(ratio.range.phrase))",
            isFocused: true
        ).draw(on: &grid, in: rect).inset(horizontal: 1)
        if let failure = ratio.failure {
            grid.write("! " + state.say(failure.phrase), in: inside, style: Style(.bad))
        }
        guard let stats = state.shownStats else {
            if ratio.failure == nil { grid.say(state.say(.loading), in: inside) }
            return
        }
        let isTight = inside.height < 9
        let top = inside.rows(from: isTight ? 0 : 1)
        let used = drawFigures(stats, on: &grid, in: top)
        let gauge = top.rows(from: used + (isTight ? 0 : 1), count: 2)
        drawGauge(stats, on: &grid, in: gauge)
        let graph = top.rows(from: used + (isTight ? 2 : 4))
        RatioGraphView(state: state).draw(on: &grid, in: graph)
    }

    /// - Returns: the rows used, two where they do not fit beside each other.
    private func drawFigures(_ stats: StatsBody, on grid: inout Grid, in rect: Rect) -> Int {
        let figures = state.figures
        let number = Ratio(up: stats.bytesUp, down: stats.bytesDown)
        let isNarrow = rect.width < 56
        let first = [
            Span(isNarrow ? "" : state.say(.ratioWord) + "  ", .textDim),
            Span(figures.ratio(number), Style(stats.meaning, .bold)),
            Span(isNarrow ? "  ↑ " : "        ↑ ", .upload), Span(figures.long(stats.bytesUp)),
            Span(isNarrow ? "  ↓ " : "   ↓ ", .download), Span(figures.long(stats.bytesDown)),
        ]
        let second = standing(stats)
        grid.write(first.truncated(to: rect.width), in: rect)
        if first.columns + second.columns + 8 <= rect.width {
            grid.write(second, in: rect, alignment: .right)
            return 1
        }
        grid.write(second.truncated(to: rect.width), in: rect, row: 1)
        return 2
    }

    /// How far one is from what is required.
    private func standing(_ stats: StatsBody) -> [Span] {
        let figures = state.figures
        let required = stats.requiredRatio
        guard required > 0 else { return [Span(state.say(.noRequirement), .textDim)] }
        let name = figures.ratio(required)
        let wanted = required * Double(stats.bytesDown.bytes)
        let given = Double(stats.bytesUp.bytes)
        // Whichever reaches farther: what was earned, or what everybody has at first.
        let grace = stats.graceBytes - stats.bytesDown
        if grace > .zero, Double(grace.bytes) * required > given - wanted {
            let words = state.say(.grace(figures.long(grace), required: name))
            return [Span(words, given < wanted ? .ratioFair : .textDim)]
        }
        if given < wanted {
            let owed = ByteCount(clamping: Int64(min(wanted - given, 9e18)))
            return [Span(state.say(.owed(figures.long(owed), required: name)), .ratioPoor)]
        }
        let free = ByteCount(clamping: Int64(min(given / required, 9e18))) - stats.bytesDown
        return [Span(state.say(.buffer(figures.long(free), required: name)), .textDim)]
    }

    private func drawGauge(_ stats: StatsBody, on grid: inout Grid, in rect: Rect) {
        let figures = state.figures
        let number = Ratio(up: stats.bytesUp, down: stats.bytesDown)
        let value =
            switch number {
            case .none: 0.0
            case .infinite: Double.infinity
            case .value(let value): value
            }
        let least = max(value.isFinite ? value * 1.05 : 0, stats.requiredRatio * 1.5)
        let scale = [1.0, 2, 5, 10, 20, 50, 100, 1000].first { $0 >= least } ?? 1000
        var marks: [Gauge.Mark] = []
        if stats.requiredRatio > 0 {
            let words = state.say(.required(figures.ratio(stats.requiredRatio)))
            marks.append(Gauge.Mark(stats.requiredRatio, words))
        }
        if value.isFinite, number != .none {
            marks.append(Gauge.Mark(value, figures.ratio(value)))
        }
        Gauge(value, of: scale, maximumLabel: figures.decimal(scale, places: 1), marks: marks)
            .draw(on: &grid, in: rect)
    }
}
