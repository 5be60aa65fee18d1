import Cells
import Domain

/// The transfers beside the catalog: folded into a line, a pane of a few rows, or a column.
struct TransferStripView {
    let state: AppState

    private var transfers: TransfersState { state.transfers }

    func draw(_ strip: CatalogLayout.Strip, on grid: inout Grid) {
        switch strip {
        case .none: break
        case .line(let rect): drawLine(on: &grid, in: rect)
        case .pane(let rect): drawPane(on: &grid, in: rect)
        case .column(let rect, let each): drawColumn(each, strip.rows, on: &grid, in: rect)
        }
    }

    /// The border with the counts in it.
    private func drawFrame(footer: String = "", on grid: inout Grid, in rect: Rect) -> Rect {
        let counts = [
            Span("↓\(transfers.downloading) ", .download),
            Span("↑\(transfers.seeding)", .upload),
            Span(" " + state.say(.among(transfers.all.count)), .textDim),
        ]
        let isFocused = state.isStripFocused
        let title = Pane.heading(
            state.say(.transfers), number: Tab.transfers.rawValue, isFocused: isFocused)
        return Pane(
            title, right: counts, footer: footer.isEmpty ? [] : [Span(footer, .dim)],
            isFocused: isFocused
        ).draw(on: &grid, in: rect)
    }

    private func drawPane(on grid: inout Grid, in rect: Rect) {
        let isFocused = state.isStripFocused
        let inside = drawFrame(on: &grid, in: rect)
        let window = transfers.cursor.window(count: transfers.all.count, height: inside.height)
        for (row, index) in window.visible.enumerated() {
            drawRow(transfers.all[index], on: &grid, in: inside.row(row))
            if isFocused, index == window.cursor {
                grid.select(inside.row(row), isFocused: true)
            }
        }
    }

    /// Two lines each: what it is, and how it goes.
    private func drawColumn(_ each: Int, _ rows: Int, on grid: inout Grid, in rect: Rect) {
        let window = transfers.cursor.window(count: transfers.all.count, height: rows)
        let footer =
            window.isComplete
            ? ""
            : state.say(
                .shown(
                    window.visible.lowerBound + 1, window.visible.upperBound,
                    of: state.figures.grouped(transfers.all.count)))
        let inside = drawFrame(footer: footer, on: &grid, in: rect)
        if transfers.all.isEmpty {
            let words = transfers.failure?.phrase ?? .noTransfersBeside
            grid.say(
                state.say(words), in: inside,
                style: transfers.failure == nil ? .dim : Style(.bad))
        }
        for (row, index) in window.visible.enumerated() {
            let area = inside.rows(from: row * each, count: 2)
            drawCard(transfers.all[index], on: &grid, in: area)
            if index == window.cursor, state.isStripFocused {
                for line in 0..<area.height { grid.select(area.row(line), isFocused: true) }
            }
        }
    }

    private func drawCard(_ transfer: Transfer, on grid: inout Grid, in rect: Rect) {
        let figures = state.figures
        let words = TransferWords(state: state, transfer: transfer)
        let (name, share) = rect.row(0).splitRight(6)
        grid.write([words.sign], in: name)
        grid.write(
            transfers.title(of: transfer),
            in: Rect(x: name.x + 2, y: name.y, width: name.width - 2, height: name.height))
        grid.write(
            transfer.isComplete
                ? figures.ratio(transfer.ratio) : figures.percent(transfer.progress),
            in: share, alignment: .right)
        let below = rect.row(1)
        let line = Rect(x: below.x + 2, y: below.y, width: below.width - 2, height: below.height)
        if let problem = transfer.problem {
            grid.write(problem, in: line, style: Style(.bad))
        } else {
            let tail = Array(self.tail(of: transfer, words, width: 0).dropFirst())
            let (bar, rest) = line.splitRight(tail.columns)
            ProgressBar(transfer.progress, meaning: words.barMeaning).draw(on: &grid, in: bar)
            grid.write(tail, in: rest)
        }
        if transfers.changedAt[transfer.id] != nil {
            grid.restyle(rect, foreground: .changed, adding: .bold)
        }
    }

    private func drawLine(on grid: inout Grid, in rect: Rect) {
        let shown = state.isStripFocused ? transfers.current : transfers.all.first
        guard let transfer = shown else { return }
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
