import Cells
import Domain

/// Where the preview of a bulk act stands, and how far its names can be scrolled.
struct StagedLayout {
    let box: Rect
    /// What it comes to.
    let summary: [Phrase]
    let names: Rect
    let lastScroll: Int
    /// The field for the reason, and what is wrong with it.
    let reason: Rect?
    let answer: Rect

    init(_ state: AppState, _ staged: StagedState) {
        let body = ScreenLayout(state.size).body
        summary = Self.summary(state, staged)
        let rows = staged.items.count + staged.leftOut.count
        let bottom = staged.reason == nil ? 2 : 4
        let wanted = summary.count + 1 + rows + bottom + 2
        box = body.centred(
            width: min(76, body.width - 4), height: min(body.height, max(wanted, bottom + 5)))
        let inside = box.inset(horizontal: 2, vertical: 1)
        let height = max(1, inside.height - summary.count - 1 - bottom)
        names = inside.rows(from: min(inside.height, summary.count + 1), count: height)
        lastScroll = max(0, rows - names.height)
        reason = staged.reason == nil ? nil : inside.rows(from: inside.height - 3, count: 1)
        answer = inside.rows(from: inside.height - 1, count: 1)
    }

    private static func summary(_ state: AppState, _ staged: StagedState) -> [Phrase] {
        let figures = state.figures
        var lines: [Phrase] = []
        if staged.items.isEmpty { lines.append(.nothingToDo) }
        if let bytes = staged.bytes {
            switch staged.act {
            case .remove(true): lines.append(.dataIsLost(figures.long(bytes)))
            case .remove(false): lines.append(.dataStays)
            default: lines.append(.comesTo(figures.long(bytes)))
            }
        }
        if staged.act == .download, let bytes = staged.bytes, let free = state.freeDisk,
            bytes > free
        {
            lines.append(.diskIsShort(figures.long(free)))
        }
        if staged.act == .ban { lines.append(.banEnds) }
        if let owed = state.owed(for: staged) {
            let now = state.now.timestamp
            let hours = max(1, Int(owed.until.seconds - now.seconds + 3599) / 3600)
            lines.append(.stillOwed(owed.count, hours, until: figures.moment(owed.until, now: now)))
        }
        if !staged.leftOut.isEmpty { lines.append(.leftOut(staged.leftOut.count)) }
        return lines
    }
}
