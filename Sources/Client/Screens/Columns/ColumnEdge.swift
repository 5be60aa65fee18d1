package import Cells

/// The right border of a column that is on the screen: the gap by which it is made wider.
package struct ColumnEdge: Hashable, Sendable {
    package let table: TableName
    package let column: ColumnName
    /// One cell wide, as high as the titles and the rows.
    package let rect: Rect
    /// As wide as the column is now.
    package let width: Int
}

extension AppState {
    /// The table that has the focus, or would have it.
    package var shownTable: TableName? {
        switch tab {
        case .catalog: CatalogLayout(self).isDetailAlone ? nil : .catalog
        case .transfers: .transfers
        case .admin where admin.section == .users: .users
        case .ratio, .admin, .activity: nil
        }
    }

    /// By which columns are sized with a pointer; `columnSized` sets the width.
    package var columnEdges: [ColumnEdge] {
        guard let table = shownTable else { return [] }
        let (layout, columns, list, titles) = tableOnScreen(table)
        return columns.enumerated().compactMap { index, column in
            guard let place = layout.places.first(where: { $0.index == index }),
                let edge = layout.edge(of: index)
            else { return nil }
            return ColumnEdge(
                table: table, column: column,
                rect: Rect(
                    x: list.x + edge, y: list.y - titles, width: 1, height: list.height + titles),
                width: place.width)
        }
    }

    /// The layout, its columns, where its rows are, and how many rows above are its titles'.
    private func tableOnScreen(
        _ table: TableName
    ) -> (TableLayout, [ColumnName], Rect, Int) {
        func shifted(_ rect: Rect) -> Rect {
            Rect(x: rect.x + 2, y: rect.y, width: rect.width - 2, height: rect.height)
        }
        switch table {
        case .catalog:
            let layout = CatalogLayout(self)
            let table = CatalogTable(state: self, width: layout.list.width - 2)
            return (table.layout, table.columns, shifted(layout.list), layout.hasTitles ? 2 : 0)
        case .transfers:
            let list = TransfersLayout(self).list
            let table = TransferTable(state: self, width: list.width - 2)
            return (table.layout, table.columns, shifted(list), 2)
        case .users:
            let list = AdminLayout(self).list
            let table = UserTable(state: self, width: list.width)
            return (table.layout, table.columns, list, 1)
        }
    }
}
