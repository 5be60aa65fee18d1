import Cells
import Domain

/// The columns of the transfers.
struct TransferTable {
    private static let progress = 1

    let state: AppState
    private let layout: TableLayout

    init(state: AppState, width: Int) {
        self.state = state
        layout = TableLayout(
            [
                TableColumn(state.say(.title), .flexible(minimum: 24)),
                TableColumn(state.say(.progress), .flexible(minimum: 18)),
                .number(state.say(.size), 7, priority: 4),
                .number(state.say(.down), 6, priority: 1),
                .number(state.say(.up), 6, priority: 2),
                TableColumn(state.say(.eta), .fixed(11), priority: 3),
                .number(state.say(.peers), 5, priority: 6),
                .number(state.say(.ratioColumn), 5, priority: 5),
            ], width: width)
    }

    func drawTitles(on grid: inout Grid, in rect: Rect) {
        layout.drawTitles(on: &grid, in: shifted(rect))
    }

    /// A row with its sign; `rect` is two columns wider than the table.
    func draw(_ transfer: Transfer, isMarked: Bool, on grid: inout Grid, in rect: Rect) {
        let row = shifted(rect)
        let words = TransferWords(state: state, transfer: transfer)
        if isMarked { grid.restyle(rect, background: .rowMarked) }
        grid.write([words.sign, isMarked ? Span("◆", .accent) : Span(" ")], in: rect)
        layout.drawRow(cells(transfer, words), on: &grid, in: row)
        drawProgress(transfer, words, on: &grid, in: row)
        if let problem = transfer.problem { drawProblem(problem, on: &grid, in: row) }
        if state.transfers.changedAt[transfer.id] != nil {
            grid.restyle(rect, foreground: .changed, adding: .bold)
        }
    }

    private func cells(_ transfer: Transfer, _ words: TransferWords) -> [[Span]] {
        let figures = state.figures
        return [
            [Span(state.transfers.title(of: transfer))],
            [],
            figures.spans(transfer.size),
            words.rate(transfer.downloadRate),
            words.rate(transfer.uploadRate),
            [Span(words.remaining, transfer.state == .downloading ? .text : .textDim)],
            figures.spans(transfer.peers),
            [Span(figures.ratio(transfer.ratio), transfer.uploaded == .zero ? .textDim : .text)],
        ]
    }

    private func drawProgress(
        _ transfer: Transfer, _ words: TransferWords, on grid: inout Grid, in row: Rect
    ) {
        guard let cell = layout.rect(of: Self.progress, in: row) else { return }
        let (bar, percent) = cell.splitRight(5)
        ProgressBar(transfer.progress, meaning: words.barMeaning).draw(on: &grid, in: bar)
        grid.write(state.figures.percent(transfer.progress), in: percent, alignment: .right)
    }

    /// What is wrong stands in the row, in place of figures that say nothing now.
    private func drawProblem(_ problem: String, on grid: inout Grid, in row: Rect) {
        guard let cell = layout.rect(of: Self.progress, in: row) else { return }
        let start = cell.maxX + 2
        let area = Rect(x: start, y: row.y, width: row.maxX - start, height: 1)
        grid.fill(area)
        grid.write(problem, in: area, style: Style(.bad))
    }

    private func shifted(_ rect: Rect) -> Rect {
        Rect(x: rect.x + 2, y: rect.y, width: rect.width - 2, height: rect.height)
    }
}
