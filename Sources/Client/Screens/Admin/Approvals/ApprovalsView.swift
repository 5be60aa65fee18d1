import API
import Cells
import Domain

/// The queue of uploads, and the one under the cursor.
struct ApprovalsView {
    let state: AppState

    private var approvals: ApprovalsState { state.admin.approvals }
    private var isFocused: Bool { !state.admin.focusesMenu }

    func draw(_ layout: AdminLayout, on grid: inout Grid) {
        let window = approvals.cursor.window(
            count: approvals.items.count, height: layout.list.height)
        let inside = Pane(
            state.say(AdminSection.approvals.title), number: layout.number,
            footer: state.markedWords(in: .approvals),
            isFocused: isFocused
        ).draw(on: &grid, in: layout.main)
        let table = TableLayout(
            [
                TableColumn(state.say(.title), .flexible(minimum: 24)),
                TableColumn(state.say(.uploader), .fixed(12)),
                .number(state.say(.size), 7), .number(state.say(.filesColumn), 5, priority: 3),
                .number(state.say(.age), 6, priority: 1),
                TableColumn(state.say(.audience), .fixed(10), priority: 2),
            ], width: inside.width)
        if !approvals.items.isEmpty { table.drawTitles(on: &grid, in: inside.row(0)) }
        for (row, index) in window.visible.enumerated() {
            let rect = layout.list.row(row)
            let item = approvals.items[index]
            table.drawRow(cells(item), on: &grid, in: rect)
            if approvals.deciding.contains(item.id) {
                grid.restyle(rect, foreground: .textDisabled)
            }
            let isMarked = approvals.marks.contains(item.id, row: index)
            if isMarked { grid.mark(rect) }
            if index == window.cursor {
                grid.select(rect, isFocused: isFocused, isMarked: isMarked)
            }
        }
        grid.point(at: .main, window, in: layout.list, isFocused: isFocused)
        if approvals.items.isEmpty {
            let words: Phrase =
                approvals.failure?.phrase ?? (approvals.hasAnswer ? .approvalsEmpty : .loading)
            grid.say(state.say(words), in: layout.list)
        }
        guard let detail = layout.detail else { return }
        let below = Pane(state.say(.detail)).draw(on: &grid, in: detail)
        if let item = approvals.current {
            CatalogEntryView(state: state, item: item).draw(on: &grid, in: below)
        }
    }

    private func cells(_ item: CatalogSummary) -> [[Span]] {
        let figures = state.figures
        let audience = state.session?.audience(of: item.minRoleWeight)
        return [
            [Span(item.title)], [Span(state.uploader(of: item), .textDim)],
            figures.spans(item.size),
            figures.spans(item.fileCount),
            [Span(figures.age(item.createdAt, now: state.now.timestamp), .textDim)],
            [audience.map { Span($0, .warning) } ?? Span(state.say(.everybody), .textDim)],
        ]
    }
}
