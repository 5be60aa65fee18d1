import API
import Cells
import Domain

/// Who gave most, or has the best ratio.
struct LeaderboardView {
    let state: AppState

    private var board: PagedList<LeaderBody> { state.ratio.board }

    func draw(_ layout: RatioLayout, on grid: inout Grid) {
        let window = board.window(height: layout.list.height)
        let inside = Pane(
            state.say(.leaderboard), right: state.say(state.ratio.boardOrder.phrase),
            footer: footer(window)
        ).draw(on: &grid, in: layout.shares)
        guard !board.items.isEmpty else {
            let words: Phrase =
                board.failure?.phrase ?? (board.hasAnswer ? .nobodyGave : .loading)
            grid.say(state.say(words), in: inside)
            return
        }
        // What somebody took is not for everybody; who sees nobody's sees no empty columns.
        let isFull = state.session?.may(.statsRead) == true
        var columns: [TableColumn] = [
            .number("#", 5), TableColumn(state.say(.name), .flexible(minimum: 14)),
            TableColumn("", .fixed(4), priority: 2), .number("↑", 8),
        ]
        if isFull {
            columns += [.number("↓", 8, priority: 1), .number(state.say(.ratioColumn), 7)]
        }
        let table = TableLayout(columns, width: inside.width)
        table.drawTitles(on: &grid, in: inside.row(0))
        for (row, index) in window.visible.enumerated() {
            let rect = layout.list.row(row)
            table.drawRow(cells(board.items[index]), on: &grid, in: rect)
            if index == window.cursor { grid.select(rect, isFocused: true) }
        }
        grid.point(at: .main, window, in: layout.list, isFocused: true)
    }

    private func footer(_ window: ListWindow) -> String {
        guard !window.isComplete, !window.visible.isEmpty else { return "" }
        return state.say(
            .shown(
                window.visible.lowerBound + 1, window.visible.upperBound,
                of: board.count(state.figures)))
    }

    private func cells(_ leader: LeaderBody) -> [[Span]] {
        let figures = state.figures
        let isMe = leader.username == state.session?.me.username
        let ratio = leader.bytesDown.map { Ratio(up: leader.bytesUp, down: $0) }
        return [
            [Span(figures.grouped(leader.rank), .textDim)],
            [Span(leader.username, isMe ? .accent : .text)],
            [Span(isMe ? state.say(.you) : "", .accent)],
            figures.spans(leader.bytesUp), leader.bytesDown.map { figures.spans($0) } ?? [],
            [Span(ratio.map { figures.ratio($0) } ?? "")],
        ]
    }
}
