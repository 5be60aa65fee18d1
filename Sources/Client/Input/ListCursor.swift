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
        let half = max(1, page / 2)
        let target =
            switch motion {
            case .up: index - 1
            case .down: index + 1
            case .pageUp: index - page
            case .pageDown: index + page
            case .halfPageUp: index - half
            case .halfPageDown: index + half
            case .first: 0
            case .last: count - 1
            case .rows(let rows): index + rows
            case .pages(let pages): index + pages * page
            case .halfPages(let halves): index + halves * half
            case .row(let row): row
            case .windowToTop, .windowToMiddle, .windowToBottom: index
            }
        index = min(max(0, target), max(0, count - 1))
        switch motion {
        case .windowToTop: first = index
        case .windowToMiddle: first = max(0, index - height / 2)
        case .windowToBottom: first = max(0, index - height + 1)
        default: break
        }
    }
}
