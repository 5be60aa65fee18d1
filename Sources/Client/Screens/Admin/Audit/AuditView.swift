import API
import Cells

/// Who did what to whom, newest first, and what is searched for.
struct AuditView {
    let state: AppState

    private var audit: AuditState { state.admin.audit }
    private var isFocused: Bool { !state.admin.focusesMenu }

    func draw(_ layout: AdminLayout, on grid: inout Grid) {
        let window = audit.cursor.window(count: audit.items.count, height: layout.list.height)
        let inside = Pane(
            state.say(AdminSection.audit.title), number: layout.number, isFocused: isFocused
        )
        .draw(on: &grid, in: layout.main)
        drawFilter(on: &grid, in: inside.row(0))
        let table = TableLayout(
            [
                TableColumn(state.say(.when), .fixed(9)),
                TableColumn(state.say(.who), .fixed(12)),
                TableColumn(state.say(.what), .fixed(18)),
                TableColumn(state.say(.whom), .flexible(minimum: 16)),
                TableColumn(state.say(.reason), .flexible(minimum: 16), priority: 1),
            ], width: inside.width)
        if !audit.items.isEmpty { table.drawTitles(on: &grid, in: inside.row(1)) }
        for (row, index) in window.visible.enumerated() {
            let rect = layout.list.row(row)
            table.drawRow(cells(audit.items[index]), on: &grid, in: rect)
            if index == window.cursor { grid.select(rect, isFocused: isFocused) }
        }
        if audit.items.isEmpty {
            let empty: Phrase = audit.isFiltered ? .nothingLikeThat : .auditEmpty
            let words: Phrase = audit.failure?.phrase ?? (audit.hasAnswer ? empty : .loading)
            grid.say(state.say(words), in: layout.list)
        }
        if let detail = layout.detail { drawDetail(on: &grid, in: detail) }
    }

    /// The words searched for, and at the right what else narrows the list.
    private func drawFilter(on grid: inout Grid, in row: Rect) {
        let narrowing = filterSpans
        grid.write(narrowing, in: row, alignment: .right)
        grid.write("/ ", in: row, style: audit.isSearching ? .accent : .dim)
        let area = Rect(
            x: row.x + 2, y: row.y,
            width: row.width - 2 - (narrowing.isEmpty ? 0 : narrowing.columns + 2), height: 1)
        if audit.search.isEmpty {
            grid.write(
                state.say(.auditPlaceholder).truncated(to: max(0, area.width)), in: area,
                style: .dim)
        }
        grid.write(
            audit.search, in: area,
            isFocused: audit.isSearching && isFocused && state.overlays.isEmpty,
            style: Style(.title))
    }

    private var filterSpans: [Span] {
        let filter = audit.filter
        let parts: [(Phrase, String)] = [
            (.who, filter.actor), (.what, filter.act), (.sinceWhen, filter.since),
            (.untilWhen, filter.until),
        ]
        return parts.filter { !$0.1.isEmpty }.flatMap { name, value in
            [Span("  \(state.say(name).lowercased()) ", .textDim), Span(value, .accent)]
        }
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
