import API
import Cells

/// Where the catalog, its detail and the transfers stand.
///
/// 1. The detail folds below 110 columns, the strip below 20 rows, and without transfers.
/// 2. From 140 columns on the transfers stand between the catalog and the detail, also when there
///    are none: nothing moves when the first one comes.
/// 3. Enlarged, whatever has the focus takes much of what the others have, or everything: then the
///    detail folds, and of the catalog five rows stay above the transfers.
struct CatalogLayout: Equatable {
    /// The transfers below the catalog.
    enum Strip: Equatable {
        case none
        case line(Rect)
        case pane(Rect)
        /// Beside the catalog, so many rows for each.
        case column(Rect, each: Int)

        /// How many transfers it shows.
        var rows: Int {
            switch self {
            case .none: 0
            case .line: 1
            case .pane(let rect): max(0, rect.height - 2)
            case .column(let rect, let each): max(1, (rect.height - (each == 2 ? 2 : 1)) / each)
            }
        }
    }

    let pane: Rect
    let detail: Rect?
    let strip: Strip
    /// The detail has a place of its own beside the list.
    let isDetailFixed: Bool
    let hasTitles: Bool
    /// The rows of the list, inside the pane.
    let list: Rect
    /// Where a search hit the description of the row under the cursor, when no detail shows it.
    let snippet: Rect?

    init(_ state: AppState) {
        let size = state.size
        let body = ScreenLayout(size).body
        let count = state.transfers.all.count
        let isFull = state.paneSize == .full
        let isHalf = state.paneSize == .half
        let isNarrow = size.width < 110 || isFull
        let isWide = size.width >= 140 && size.height >= 12 && !isFull
        let isBelow =
            state.catalog.focusesTransfers && count > 0 && size.height >= 20
            && !(isWide && !isHalf)
        var main = body
        var strip = Strip.none

        if isBelow, isFull || isHalf {
            let (rest, bottom) = body.splitBottom(isFull ? body.height - 5 : body.height / 2)
            (main, strip) = (rest, .pane(bottom))
        } else if count > 0, size.height >= 20, !isWide, !isFull {
            if size.width >= 100, size.height >= 28, !isHalf {
                let (rest, bottom) = body.splitBottom(min(count, 4) + 2)
                (main, strip) = (rest, .pane(bottom))
            } else {
                let (rest, bottom) = body.splitBottom(1)
                (main, strip) = (rest, .line(bottom))
            }
        }
        if isNarrow {
            pane = main
            detail = state.catalog.isDetailOpen ? main : nil
        } else if isWide, !isBelow {
            let share = isHalf ? 18 : 26
            let (rest, right) = main.splitRight(max(isHalf ? 36 : 40, size.width * share / 100))
            let width = max(isHalf ? 32 : 34, size.width * (share - 2) / 100)
            let (left, middle) = rest.splitRight(width)
            (pane, detail) = (left, right)
            // With air between them as long as all of them fit so.
            let each = count * 3 <= middle.height - 1 ? 3 : 2
            strip = .column(middle, each: each)
        } else {
            // At 120 columns the list has eighty, which is room for all of its columns.
            let side = min(64, max(40, size.width * (isHalf ? 1 : 2) / (isHalf ? 5 : 6)))
            (pane, detail) = main.splitRight(side)
        }
        self.strip = strip
        isDetailFixed = !isNarrow
        hasTitles = size.width >= 100 && pane.height >= 16
        let inside = pane.inset(horizontal: 2, vertical: 1)
        let rows = inside.rows(from: hasTitles ? 4 : 2)
        // The same for every row of a search, so that nothing moves with the cursor.
        if isNarrow, state.catalog.items.hasSnippets, rows.height >= 6 {
            let (rest, bottom) = rows.splitBottom(1)
            (list, snippet) = (rest, bottom)
        } else {
            (list, snippet) = (rows, nil)
        }
    }

    /// The detail covers the list.
    var isDetailAlone: Bool { detail == pane }
}
