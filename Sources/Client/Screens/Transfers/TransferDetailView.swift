import Cells
import Domain

/// What the row under the cursor has no room for.
struct TransferDetailView {
    let state: AppState

    func draw(on grid: inout Grid, in rect: Rect) {
        let transfer = state.transfers.current
        let title = transfer.map { state.transfers.title(of: $0) } ?? state.say(.detail)
        let inside = Pane(title).draw(on: &grid, in: rect)
        guard let transfer else { return }
        let rows = lines(transfer)
        let width = rows.map { state.say($0.label).columns }.max() ?? 0
        for (row, line) in rows.enumerated() {
            grid.write(
                [
                    Span(state.say(line.label).fitted(to: width + 2), .textDim),
                    Span(line.value, line.meaning),
                ], in: inside, row: row)
        }
        // Where it has no pane of its own.
        guard TransfersLayout(state).swarm == nil else { return }
        let below = inside.rows(from: rows.count + 1)
        SwarmGraphView(
            state: state, history: state.transfers.swarms, name: transfer.id, size: transfer.peers
        ).draw(on: &grid, in: below)
    }

    private struct Line {
        let label: Phrase
        let value: String
        var meaning = Meaning.text
    }

    private func lines(_ transfer: Transfer) -> [Line] {
        let figures = state.figures
        var lines: [Line] = []
        if let problem = transfer.problem {
            lines.append(Line(label: .problem, value: problem, meaning: .bad))
        }
        let percent = figures.percent(transfer.progress)
        lines.append(
            Line(
                label: .done,
                value: state.say(
                    .doneOf(figures.long(transfer.done), figures.long(transfer.size), percent))))
        lines.append(Line(label: .speed, value: speed(transfer)))
        lines.append(
            Line(
                label: .given,
                value: state.say(
                    .upAgainstDown(
                        figures.long(transfer.uploaded), figures.long(transfer.downloaded),
                        figures.ratio(transfer.ratio)))))
        lines.append(
            Line(
                label: .swarmWord,
                value: state.say(.peersAndSeeds(transfer.peers, transfer.seeds))))
        lines.append(tracker(transfer))
        lines.append(Line(label: .folder, value: transfer.savePath, meaning: .textDim))
        return lines
    }

    private func speed(_ transfer: Transfer) -> String {
        let figures = state.figures
        let rates =
            "↓ \(figures.long(transfer.downloadRate))/s  ↑ \(figures.long(transfer.uploadRate))/s"
        guard let seconds = transfer.secondsLeft else {
            return "\(rates)  \(state.say(transfer.state.phrase))"
        }
        return "\(rates)  \(state.say(.left(figures.duration(seconds))))"
    }

    private func tracker(_ transfer: Transfer) -> Line {
        guard let complaint = state.transfers.complaints[transfer.id] else {
            return Line(label: .tracker, value: state.say(.trackerWell), meaning: .textDim)
        }
        return Line(label: .tracker, value: complaint, meaning: .warning)
    }
}
