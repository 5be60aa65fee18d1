import Cells

/// What of the mouse is still to be remembered when it does something next.
package struct PointerState: Hashable, Sendable {
    /// How soon a second click makes a double click of two, in milliseconds.
    static let doubleClick: Int64 = 400

    private var lastPress: Point?
    private var pressedAt: Int64 = 0
    /// The bar that is being dragged, by its list.
    var draggedBar: Int?
    /// The border of a column that is being dragged, as it was when that began.
    var draggedColumn: ColumnEdge?
    /// The columns of its table, as they were when that began.
    var columnsBefore: ColumnChoice?

    /// - Returns: whether this press is the second of a double click; a third begins anew.
    mutating func press(at point: Point, _ time: Int64) -> Bool {
        let isNear = lastPress.map { $0.y == point.y && abs($0.x - point.x) <= 1 } ?? false
        let isDouble = isNear && (0...Self.doubleClick).contains(time - pressedAt)
        lastPress = isDouble ? nil : point
        pressedAt = time
        return isDouble
    }
}
