import Cells

extension AppState {
    mutating func openColumns() -> [Effect] {
        guard let table = shownTable else { return [] }
        overlays.append(.columns(ColumnsState(table)))
        return []
    }

    mutating func performInColumns(_ action: Action, _ columns: ColumnsState) -> [Effect] {
        var columns = columns
        var choice = self.columns[columns.table]
        let place = columns.cursor.index
        guard choice.order.indices.contains(place) else { return [] }
        let column = choice.order[place]
        switch action {
        case .dismiss:
            overlays.removeLast()
            return []
        case .toggleColumn: choice.toggle(column)
        case .columnUp: columns.cursor.index = choice.move(place, by: -1)
        case .columnDown: columns.cursor.index = choice.move(place, by: 1)
        case .widenColumn: choice.size(column, width(of: column, choice) + 1)
        case .narrowColumn: choice.size(column, width(of: column, choice) - 1)
        case .standardColumns: choice = ColumnChoice(columns.table)
        default:
            guard let motion = motion(of: action) else { return [] }
            columns.cursor.move(
                motion, count: choice.order.count,
                height: ColumnsLayout(self, columns).list.height)
        }
        if !columns.isRemembered, choice != self.columns[columns.table] {
            columns.isRemembered = true
            rememberColumns(self.columns[columns.table])
        }
        overlays[overlays.count - 1] = .columns(columns)
        return choose(choice)
    }

    /// Somebody dragged the border of a column.
    mutating func columnSized(_ table: TableName, _ column: ColumnName, to width: Int) -> [Effect] {
        var choice = columns[table]
        choice.size(column, width)
        return choose(choice)
    }

    /// What is chosen at one time is one thing to take back, not each step of it.
    mutating func rememberColumns(_ before: ColumnChoice) {
        remember(.undoColumns(before.table), .columns(before))
    }

    private mutating func choose(_ choice: ColumnChoice) -> [Effect] {
        guard columns[choice.table] != choice else { return [] }
        columns[choice.table] = choice
        return [.rememberColumns(columns)]
    }

    /// One's own, or the one it has on the screen.
    private func width(of column: ColumnName, _ choice: ColumnChoice) -> Int {
        choice.widths[column]
            ?? columnEdges.first { $0.table == choice.table && $0.column == column }?.width ?? 8
    }
}
