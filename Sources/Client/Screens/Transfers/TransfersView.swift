import Cells
import Domain

/// The torrents of this client, the detail of one, and how fast they go.
struct TransfersView {
    let state: AppState

    private var transfers: TransfersState { state.transfers }

    func draw(on grid: inout Grid) {
        let layout = TransfersLayout(state)
        let window = transfers.cursor.window(
            count: transfers.all.count, height: layout.list.height)
        let inside = Pane(
            state.say(.transfers), number: Tab.transfers.rawValue, right: state.say(.queueOrder),
            footer: footer(window),
            isFocused: true
        ).draw(on: &grid, in: layout.pane)
        let table = TransferTable(state: state, width: inside.width - 2)
        if !transfers.all.isEmpty { table.drawTitles(on: &grid, in: inside.row(0)) }
        for (row, index) in window.visible.enumerated() {
            let rect = layout.list.row(row)
            let transfer = transfers.all[index]
            table.draw(
                transfer, isMarked: transfers.marks.contains(transfer.id, row: index), on: &grid,
                in: rect)
            if index == window.cursor { grid.select(rect, isFocused: true) }
        }
        grid.point(at: .main, window, in: layout.list, isFocused: true)
        if transfers.all.isEmpty {
            let words = transfers.failure?.phrase ?? .transfersEmpty
            grid.say(
                state.say(words), in: layout.list,
                style: transfers.failure == nil ? .dim : Style(.bad))
        }
        if let detail = layout.detail {
            TransferDetailView(state: state).draw(on: &grid, in: detail)
        }
        if let swarm = layout.swarm { drawSwarm(on: &grid, in: swarm) }
        if let rates = layout.rates { RatesView(state: state).draw(on: &grid, in: rates) }
    }

    private func drawSwarm(on grid: inout Grid, in rect: Rect) {
        let inside = Pane(state.say(.swarmTitle)).draw(on: &grid, in: rect)
        guard let transfer = transfers.current else { return }
        SwarmGraphView(
            state: state, history: transfers.swarms, name: transfer.id, size: transfer.peers
        ).draw(on: &grid, in: inside)
    }

    private func footer(_ window: ListWindow) -> String {
        guard !window.visible.isEmpty else { return "" }
        let total = state.figures.grouped(transfers.all.count)
        let shown = state.say(
            .shown(window.visible.lowerBound + 1, window.visible.upperBound, of: total))
        return state.withMarks(in: .transfers, shown)
    }
}
