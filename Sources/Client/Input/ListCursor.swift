package import Cells

/// The row under the cursor of a list, and where its window stands.
package struct ListCursor: Hashable, Sendable {
    package var index = 0
    /// The first row shown; kept so that the window moves only as far as the cursor needs.
    package var first = 0

    package init(index: Int = 0) { self.index = index }

    package func window(count: Int, height: Int) -> ListWindow {
        ListWindow(count: count, cursor: index, height: height, first: first)
    }

    package mutating func settle(count: Int, height: Int) {
        let window = window(count: count, height: height)
        index = window.cursor
        first = window.first
    }

    package mutating func move(_ motion: Motion, count: Int, height: Int) {
        let page = max(1, height - 1)
        let target =
            switch motion {
            case .up: index - 1
            case .down: index + 1
            case .pageUp: index - page
            case .pageDown: index + page
            case .halfPageUp: index - max(1, page / 2)
            case .halfPageDown: index + max(1, page / 2)
            case .first: 0
            case .last: count - 1
            }
        index = min(max(0, target), max(0, count - 1))
    }
}
