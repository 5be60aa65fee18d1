import API
import Cells
import Domain

/// Where one is signed in.
struct OwnSessionsView {
    let state: AppState
    let isFocused: Bool

    private var sessions: AccountState.Listing<SessionBody> { state.account.sessions }

    func draw(_ layout: AccountLayout, on grid: inout Grid) {
        let table = TableLayout(
            [
                TableColumn(state.say(.clientColumn), .flexible(minimum: 14)),
                TableColumn(state.say(.address), .flexible(minimum: 12)),
                TableColumn(state.say(.beganColumn), .fixed(9), priority: 1),
                TableColumn(state.say(.seenColumn), .fixed(9)),
                TableColumn("", .fixed(10), priority: 2),
            ], width: layout.list.width)
        if !sessions.items.isEmpty { table.drawTitles(on: &grid, in: layout.titles) }
        let window = sessions.cursor.window(
            count: sessions.items.count, height: layout.list.height)
        for (row, index) in window.visible.enumerated() {
            let rect = layout.list.row(row)
            table.drawRow(cells(sessions.items[index]), on: &grid, in: rect)
            if index == window.cursor { grid.select(rect, isFocused: isFocused) }
        }
        grid.point(at: .overlay, window, in: layout.list, isFocused: isFocused)
        if sessions.items.isEmpty {
            let words = sessions.failure?.phrase ?? .loading
            grid.say(state.say(words), in: layout.list)
        }
    }

    private func cells(_ session: SessionBody) -> [[Span]] {
        let now = state.now.timestamp
        return [
            [Span(session.client ?? "–", session.client == nil ? .textDim : .text)],
            [Span(session.address ?? "–", session.address == nil ? .textDim : .text)],
            [Span(state.figures.moment(session.beganAt, now: now), .textDim)],
            [Span(state.figures.age(session.lastSeenAt, now: now))],
            [Span(session.isCurrent ? state.say(.thisOne) : "", .accent)],
        ]
    }
}
