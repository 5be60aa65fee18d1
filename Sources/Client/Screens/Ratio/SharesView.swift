import API
import Cells
import Domain

/// What was moved of each torrent.
struct SharesView {
    let state: AppState

    func draw(_ layout: RatioLayout, on grid: inout Grid) {
        let shares = state.ratio.shares ?? []
        let window = state.ratio.cursor.window(count: shares.count, height: layout.list.height)
        let footer =
            window.isComplete
            ? ""
            : state.say(
                .shown(
                    window.visible.lowerBound + 1, window.visible.upperBound,
                    of: state.figures.grouped(shares.count)))
        let inside = Pane(state.say(.byTorrent), footer: footer).draw(on: &grid, in: layout.shares)
        guard !shares.isEmpty else {
            grid.say(state.say(state.ratio.shares == nil ? .loading : .noShares), in: inside)
            return
        }
        let owes = shares.contains { $0.owedUntil != nil }
        let owed = owes ? [TableColumn(state.say(.owedUntil), .fixed(16), priority: 1)] : []
        let table = TableLayout(
            [
                TableColumn(state.say(.torrent), .flexible(minimum: 24)),
                .number("↑", 8), .number("↓", 8), .number(state.say(.ratioColumn), 7, priority: 2),
            ] + owed, width: inside.width - 2)
        table.drawTitles(on: &grid, in: shifted(inside.row(0)))
        for (row, index) in window.visible.enumerated() {
            let rect = layout.list.row(row)
            let share = shares[index]
            grid.write(
                share.isActive ? "●" : "○", in: rect,
                style: Style(share.isActive ? .good : .textDim))
            table.drawRow(cells(share), on: &grid, in: shifted(rect))
            if index == window.cursor { grid.select(rect, isFocused: true) }
        }
        grid.point(at: .main, window, in: layout.list, isFocused: true)
    }

    private func cells(_ share: TorrentShare) -> [[Span]] {
        let figures = state.figures
        let ratio = Ratio(up: share.bytesUp, down: share.bytesDown)
        return [
            [share.title.map { Span($0) } ?? Span(state.say(.goneTorrent), .textDim)],
            figures.spans(share.bytesUp), figures.spans(share.bytesDown),
            [Span(figures.ratio(ratio))], owed(share),
        ]
    }

    /// Until when it is to be seeded, or how much given back.
    private func owed(_ share: TorrentShare) -> [Span] {
        guard let until = share.owedUntil else { return [] }
        let when = Span(state.figures.moment(until, now: state.now.timestamp), .warning)
        let amount = share.owedBytes.map {
            Span(" " + state.say(.orAmount(state.figures.compact($0))), .textDim)
        }
        return [when] + (amount.map { [$0] } ?? [])
    }

    private func shifted(_ rect: Rect) -> Rect {
        Rect(x: rect.x + 2, y: rect.y, width: rect.width - 2, height: rect.height)
    }
}
