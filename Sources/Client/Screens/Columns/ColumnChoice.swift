/// Which columns of a table show, in which order, and how wide.
///
/// 1. `order` has every column of the table once.
/// 2. The needed column is never hidden, and widths stay within `widths`.
package struct ColumnChoice: Hashable, Sendable {
    package static let widths = 3...120

    package let table: TableName
    package private(set) var order: [ColumnName]
    package private(set) var hidden: Set<ColumnName> = []
    /// Of those that have one of their own.
    package private(set) var widths: [ColumnName: Int] = [:]

    /// - Parameters: what does not belong to the table is left out, what is missing comes last.
    package init(
        _ table: TableName, order: [ColumnName] = [], hidden: Set<ColumnName> = [],
        widths: [ColumnName: Int] = [:]
    ) {
        self.table = table
        self.order = []
        for column in order + table.columns
        where table.columns.contains(column) && !self.order.contains(column) {
            self.order.append(column)
        }
        self.hidden = hidden.intersection(table.columns).subtracting([table.needed])
        for (column, width) in widths where table.columns.contains(column) {
            size(column, width)
        }
    }

    package var isStandard: Bool { self == ColumnChoice(table) }

    package var shown: [ColumnName] { order.filter { !hidden.contains($0) } }

    package mutating func toggle(_ column: ColumnName) {
        guard column != table.needed else { return }
        if hidden.remove(column) == nil { hidden.insert(column) }
    }

    package mutating func size(_ column: ColumnName, _ width: Int) {
        guard table.columns.contains(column) else { return }
        widths[column] = min(max(width, Self.widths.lowerBound), Self.widths.upperBound)
    }

    /// - Returns: the column's new place.
    package mutating func move(_ place: Int, by step: Int) -> Int {
        let target = place + step
        guard order.indices.contains(place), order.indices.contains(target) else { return place }
        order.swapAt(place, target)
        return target
    }
}
