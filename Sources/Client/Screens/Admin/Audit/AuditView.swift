import API
import Cells

/// Who did what to whom, newest first.
struct AuditView {
    let state: AppState

    private var audit: AuditState { state.admin.audit }
    private var isFocused: Bool { !state.admin.focusesMenu }

    func draw(_ layout: AdminLayout, on grid: inout Grid) {
        let window = audit.cursor.window(count: audit.items.count, height: layout.list.height)
        let inside = Pane(state.say(AdminSection.audit.title), isFocused: isFocused)
            .draw(on: &grid, in: layout.main)
        let table = TableLayout(
            [
                TableColumn(state.say(.when), .fixed(9)),
                TableColumn(state.say(.who), .fixed(12)),
                TableColumn(state.say(.what), .fixed(18)),
                TableColumn(state.say(.whom), .flexible(minimum: 16)),
                TableColumn(state.say(.reason), .flexible(minimum: 16), priority: 1),
            ], width: inside.width)
        if !audit.items.isEmpty { table.drawTitles(on: &grid, in: inside.row(0)) }
        for (row, index) in window.visible.enumerated() {
            let rect = layout.list.row(row)
            table.drawRow(cells(audit.items[index]), on: &grid, in: rect)
            if index == window.cursor { grid.select(rect, isFocused: isFocused) }
        }
        if audit.items.isEmpty {
            let words: Phrase = audit.failure?.phrase ?? (audit.hasAnswer ? .auditEmpty : .loading)
            grid.say(state.say(words), in: layout.list)
        }
        if let detail = layout.detail { drawDetail(on: &grid, in: detail) }
    }

    private func cells(_ act: AuditBody) -> [[Span]] {
        [
            [Span(state.figures.moment(act.at, now: state.now.timestamp), .textDim)],
            [Span(act.actor)], [Span(act.act, .textDim)], [Span(act.subject)],
            [Span(act.reason.map { "“\($0)”" } ?? "", .textDim)],
        ]
    }

    private func drawDetail(on grid: inout Grid, in rect: Rect) {
        guard let act = audit.current else {
            Pane(state.say(.detail)).draw(on: &grid, in: rect)
            return
        }
        let inside = Pane(act.act).draw(on: &grid, in: rect)
        let lines: [(Phrase, String?)] = [
            (.reason, act.reason), (.before, act.before), (.after, act.after),
            (.askedFrom, act.address),
        ]
        let width = (lines.map { state.say($0.0).columns }.max() ?? 0) + 2
        for (row, line) in lines.enumerated() {
            grid.write(
                [
                    Span(state.say(line.0).lowercased().fitted(to: width), .textDim),
                    Span(line.1 ?? "–", line.1 == nil ? .textDim : .text),
                ], in: inside, row: row)
        }
    }
}
