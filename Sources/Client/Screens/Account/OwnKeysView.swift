import API
import Cells
import Domain

/// The keys one gave to scripts.
struct OwnKeysView {
    let state: AppState
    let isFocused: Bool

    private var keys: AccountState.Listing<APIKeyBody> { state.account.keys }

    func draw(_ layout: AccountLayout, on grid: inout Grid) {
        let table = TableLayout(
            [
                TableColumn(state.say(.name), .flexible(minimum: 14)),
                TableColumn(state.say(.mayColumn), .flexible(minimum: 18), priority: 2),
                TableColumn(state.say(.untilColumn), .fixed(12)),
                TableColumn(state.say(.usedColumn), .fixed(9), priority: 1),
            ], width: layout.list.width)
        if !keys.items.isEmpty { table.drawTitles(on: &grid, in: layout.titles) }
        let window = keys.cursor.window(count: keys.items.count, height: layout.list.height)
        for (row, index) in window.visible.enumerated() {
            let rect = layout.list.row(row)
            table.drawRow(cells(keys.items[index]), on: &grid, in: rect)
            if index == window.cursor { grid.select(rect, isFocused: isFocused) }
        }
        grid.point(at: .overlay, window, in: layout.list, isFocused: isFocused)
        if keys.items.isEmpty {
            let words: Phrase = keys.failure?.phrase ?? (keys.hasAnswer ? .noKeys : .loading)
            grid.say(state.say(words), in: layout.list)
        } else if state.account.said == nil, let key = keys.current {
            // The column may have cut it, or be gone.
            let names = key.permissions.map(\.rawValue).joined(separator: ", ")
            grid.write(names, in: layout.answer, style: .dim)
        }
    }

    private func cells(_ key: APIKeyBody) -> [[Span]] {
        let now = state.now.timestamp
        let isOver = key.expiresAt.map { $0 <= now } ?? false
        let until =
            isOver
            ? Span(state.say(.keyIsOver), .bad)
            : Span(
                key.expiresAt.map { state.figures.day($0, now: now) } ?? state.say(.noEnd),
                .textDim)
        return [
            [Span(key.name, isOver ? .textDisabled : .text)],
            [Span(key.permissions.map(\.rawValue).joined(separator: ", "), .textDim)],
            [until],
            [
                Span(
                    key.lastUsedAt.map { state.figures.age($0, now: now) } ?? state.say(.never),
                    .textDim)
            ],
        ]
    }
}
