import Cells

/// The columns of a table: which show, in which order, how wide.
struct ColumnsView {
    let state: AppState
    let columns: ColumnsState

    func draw(on grid: inout Grid) {
        let layout = ColumnsLayout(state, columns)
        let choice = state.columns[columns.table]
        let inside = Pane(
            state.say(.columnsOf(columns.table.phrase)),
            footer: choice.isStandard ? state.say(.standardColumns) : "", isFocused: true
        ).draw(on: &grid, in: layout.box)
        grid.write(state.say(.width), in: inside, style: .dim, alignment: .right)
        let window = columns.cursor.window(count: choice.order.count, height: layout.list.height)
        for (row, index) in window.visible.enumerated() {
            let rect = layout.list.row(row)
            let column = choice.order[index]
            let isShown = !choice.hidden.contains(column)
            let mark = Span(isShown ? "✓ " : "· ", isShown ? .good : .textDim)
            let title = state.say(column.phrase(in: columns.table))
            grid.write([mark, Span(title, isShown ? .text : .textDim)], in: rect)
            let width = choice.widths[column]
            grid.write(
                width.map { "\($0)" } ?? state.say(.standardWidth), in: rect,
                style: width == nil ? .dim : .text, alignment: .right)
            if index == window.cursor { grid.select(rect, isFocused: true) }
        }
    }
}
