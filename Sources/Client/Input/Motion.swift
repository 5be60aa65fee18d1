/// How the cursor of a list moves.
package enum Motion: Hashable, Sendable {
    case up, down, pageUp, pageDown, halfPageUp, halfPageDown, first, last
    /// So many rows, pages or half pages, downwards when positive.
    case rows(Int), pages(Int), halfPages(Int)
    /// To a row by its place, from 0.
    case row(Int)
    /// The window alone moves: the row under the cursor comes to its top, middle or bottom, as far
    /// as there are rows to show around it.
    case windowToTop, windowToMiddle, windowToBottom

    /// As often as a count before the key says; for the first and the last row it names the row.
    func times(_ count: Int) -> Motion {
        switch self {
        case .up: .rows(-count)
        case .down: .rows(count)
        case .pageUp: .pages(-count)
        case .pageDown: .pages(count)
        case .halfPageUp: .halfPages(-count)
        case .halfPageDown: .halfPages(count)
        case .first, .last: .row(count - 1)
        case .rows, .pages, .halfPages, .row, .windowToTop, .windowToMiddle, .windowToBottom: self
        }
    }
}
