/// The columns of a table, to be chosen.
package struct ColumnsState: Equatable, Sendable {
    package let table: TableName
    package var cursor = ListCursor()

    package init(_ table: TableName) { self.table = table }
}
