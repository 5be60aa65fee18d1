/// Which rows of a long list are on the screen.
///
/// 1. `cursor` is a row of the list, or 0 when it is empty.
/// 2. The cursor is always in `visible` when there is any height.
/// 3. The cost does not depend on how long the list is.
package struct ListWindow: Hashable, Sendable {
    package let count: Int
    package let cursor: Int
    package let height: Int
    package let first: Int

    /// - Parameter first: where the window was; it moves only as far as the cursor needs.
    package init(count: Int, cursor: Int, height: Int, first: Int = 0) {
        self.count = max(0, count)
        self.height = max(0, height)
        self.cursor = min(max(0, cursor), max(0, self.count - 1))
        let last = max(0, self.count - self.height)
        // Some rows stay in sight before and after the cursor, where there are any.
        let margin = min(2, max(0, (self.height - 1) / 2))
        let lowest = self.cursor - max(0, self.height - 1 - margin)
        let highest = self.cursor - margin
        self.first = min(max(0, min(max(first, lowest), highest)), last)
    }

    package var visible: Range<Int> { first..<min(count, first + height) }

    /// `1–8 of 214`, for the footer of the pane.
    package var isComplete: Bool { count <= height }
}
