import Cells
import Domain

/// The transfers, folded under the catalog: a line, or a pane of a few rows.
struct TransferStripView {
    let state: AppState

    private var transfers: TransfersState { state.transfers }

    func draw(_ strip: CatalogLayout.Strip, on grid: inout Grid) {
        switch strip {
        case .none: break
        case .line(let rect): drawLine(on: &grid, in: rect)
        case .pane(let rect): drawPane(on: &grid, in: rect)
        }
    }

    private func drawPane(on grid: inout Grid, in rect: Rect) {
        let counts = [
            Span("↓\(transfers.downloading) ", .download),
            Span("↑\(transfers.seeding)", .upload),
            Span(" " + state.say(.among(transfers.all.count)), .textDim),
        ]
        let isFocused = state.isStripFocused
        let title = [Span(state.say(.transfers), isFocused ? Style(.title, .bold) : .dim)]
        let inside = Pane(title, right: counts, isFocused: isFocused).draw(on: &grid, in: rect)
        let window = transfers.cursor.window(count: transfers.all.count, height: inside.height)
        for (row, index) in window.visible.enumerated() {
            drawRow(transfers.all[index], on: &grid, in: inside.row(row))
            if isFocused, index == window.cursor {
                grid.select(inside.row(row), isFocused: true)
            }
        }
        grid.point(at: .strip, window, in: inside, isFocused: isFocused)
    }

    private func drawLine(on grid: inout Grid, in rect: Rect) {
        let shown = state.isStripFocused ? transfers.current : transfers.all.first
        guard let transfer = shown else { return }
        let row = transfers.cursor.window(count: transfers.all.count, height: 1)
        grid.zone(rect, .rows(list: ListPlace.strip.rawValue, row))
        let more = transfers.all.count > 1 ? " +\(transfers.all.count - 1)" : ""
        let (left, right) = rect.inset(horizontal: 1).splitRight(more.columns)
        drawRow(transfer, on: &grid, in: left)
        grid.write(more, in: right, style: .dim)
        if state.isStripFocused { grid.restyle(rect, background: .rowSelected) }
    }

    private func drawRow(_ transfer: Transfer, on grid: inout Grid, in rect: Rect) {
        let words = TransferWords(state: state, transfer: transfer)
        let tail = tail(of: transfer, words, width: rect.width)
        let room = max(0, rect.width - 2 - tail.columns)
        let titleWidth = min(room / 2, 48)
        let parts = rect.columns(
            .cells(2), .cells(titleWidth), .cells(2), .part(1), .cells(tail.columns))
        grid.write([words.sign], in: parts[0])
        grid.write(transfers.title(of: transfer), in: parts[1])
        if let problem = transfer.problem {
            let rest = Rect(
                x: parts[3].x, y: rect.y, width: rect.maxX - parts[3].x, height: rect.height)
            grid.write(problem, in: rest, style: Style(.bad))
        } else {
            ProgressBar(transfer.progress, meaning: words.barMeaning).draw(on: &grid, in: parts[3])
            grid.write(tail, in: parts[4])
        }
    }

    /// `  62%  8.1M/s   0:57`; what is complete has its ratio in place of a share.
    private func tail(of transfer: Transfer, _ words: TransferWords, width: Int) -> [Span] {
        let figures = state.figures
        func right(_ text: String, _ width: Int, _ meaning: Meaning = .text) -> Span {
            Span(text.fitted(to: width, alignment: .right), meaning)
        }
        let rate = transfer.isComplete ? transfer.uploadRate : transfer.downloadRate
        let speed = rate == .zero ? "–" : figures.compact(rate) + "/s"
        var spans = [
            right(
                transfer.isComplete
                    ? figures.ratio(transfer.ratio) : figures.percent(transfer.progress), 6),
            right(speed, 9, rate == .zero ? .textDim : .text),
            right(transfer.isComplete ? "" : words.remaining, 8),
        ]
        if width >= 90 {
            spans.append(right("⇄ " + right("\(transfer.peers)", 3).text, 8, .textDim))
        }
        return spans
    }
}
