import Cells
import Domain

/// The columns of the transfers.
struct TransferTable {
    let state: AppState
    let layout: TableLayout
    let columns: [ColumnName]

    init(state: AppState, width: Int) {
        self.state = state
        let choice = state.columns[.transfers]
        columns = choice.shown
        layout = TableLayout(
            columns.map { name in
                let title = state.say(name.phrase(in: .transfers))
                let column =
                    switch name {
                    case .progress: TableColumn(title, .flexible(minimum: 18))
                    case .size: TableColumn.number(title, 7, priority: 4)
                    case .down: TableColumn.number(title, 6, priority: 1)
                    case .up: TableColumn.number(title, 6, priority: 2)
                    case .eta: TableColumn(title, .fixed(11), priority: 3)
                    case .peers: TableColumn.number(title, 5, priority: 6)
                    case .ratio: TableColumn.number(title, 5, priority: 5)
                    default: TableColumn(title, .flexible(minimum: 24))
                    }
                return column.sized(choice.widths[name])
            }, width: width)
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
        layout.drawRow(columns.map { cell($0, transfer, words) }, on: &grid, in: row)
        drawProgress(transfer, words, on: &grid, in: row)
        if let problem = transfer.problem { drawProblem(problem, on: &grid, in: row) }
        if state.transfers.changedAt[transfer.id] != nil {
            grid.restyle(rect, foreground: .changed, adding: .bold)
        }
    }

    private func cell(
        _ column: ColumnName, _ transfer: Transfer, _ words: TransferWords
    ) -> [Span] {
        let figures = state.figures
        switch column {
        case .title: return [Span(state.transfers.title(of: transfer))]
        case .size: return figures.spans(transfer.size)
        case .down: return words.rate(transfer.downloadRate)
        case .up: return words.rate(transfer.uploadRate)
        case .eta:
            return [Span(words.remaining, transfer.state == .downloading ? .text : .textDim)]
        case .peers: return figures.spans(transfer.peers)
        case .ratio:
            let isNothing = transfer.uploaded == .zero
            return [Span(figures.ratio(transfer.ratio), isNothing ? .textDim : .text)]
        default: return []
        }
    }

    private func place(of column: ColumnName, in row: Rect) -> Rect? {
        columns.firstIndex(of: column).flatMap { layout.rect(of: $0, in: row) }
    }

    private func drawProgress(
        _ transfer: Transfer, _ words: TransferWords, on grid: inout Grid, in row: Rect
    ) {
        guard let cell = place(of: .progress, in: row) else { return }
        let (bar, percent) = cell.splitRight(5)
        ProgressBar(transfer.progress, meaning: words.barMeaning).draw(on: &grid, in: bar)
        grid.write(state.figures.percent(transfer.progress), in: percent, alignment: .right)
    }

    /// What is wrong stands in the row, in place of figures that say nothing now.
    private func drawProblem(_ problem: String, on grid: inout Grid, in row: Rect) {
        // After the bar, or after the title where the bar was put away or stands last.
        let ends = [place(of: .progress, in: row), place(of: .title, in: row)].compactMap {
            $0?.maxX
        }
        guard let start = ends.first(where: { $0 + 24 < row.maxX }).map({ $0 + 2 }) else { return }
        let area = Rect(x: start, y: row.y, width: row.maxX - start, height: 1)
        grid.fill(area)
        grid.write(problem, in: area, style: Style(.bad))
    }

    private func shifted(_ rect: Rect) -> Rect {
        Rect(x: rect.x + 2, y: rect.y, width: rect.width - 2, height: rect.height)
    }
}
