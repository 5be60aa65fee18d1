package import Cells

/// What can be done with a row, at the place where that was asked.
package struct MenuState: Equatable, Sendable {
    package struct Item: Equatable, Sendable {
        package let action: Action
        package let key: String
        /// Why it cannot be done now.
        package let reason: Phrase?
    }

    package let items: [Item]
    /// The cell that was pointed at.
    package let point: Point
    package var cursor = ListCursor()
}
