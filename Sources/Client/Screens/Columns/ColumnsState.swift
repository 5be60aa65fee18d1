/// The columns of a table, to be chosen.
package struct ColumnsState: Equatable, Sendable {
    package let table: TableName
    package var cursor = ListCursor()
    /// Whether what was before the first change can be brought back already.
    var isRemembered = false

    package init(_ table: TableName) { self.table = table }
}
