import Cells
import Domain

/// Where the preview of a bulk act stands, and how far its names can be scrolled.
///
/// 1. What it comes to stands in lines of whole words, the gravest first, so that what does not
///    fit a small window is the least of it.
/// 2. A row of names and the answer are always there.
struct StagedLayout {
    let box: Rect
    /// What it comes to.
    let summary: [String]
    let names: Rect
    let lastScroll: Int
    /// The fields, from the top, and the line for what is wrong with them.
    let fields: [Rect]
    let failure: Rect
    let answer: Rect

    init(_ state: AppState, _ staged: StagedState) {
        let body = ScreenLayout(state.size).body
        let width = min(76, body.width - 4)
        let lines = Self.summary(state, staged)
            .flatMap { state.say($0).wrapped(to: max(1, width - 4)) }
        let rows = staged.items.count + staged.leftOut.count
        let fieldCount = (staged.reason == nil ? 0 : 1) + (staged.lapse == nil ? 0 : 1)
        // A line of its own for the answer, for each field, and for what is wrong with them.
        let bottom = 1 + (fieldCount == 0 ? 0 : fieldCount + 1)
        // With a line that sets each part apart.
        let wanted = lines.count + 1 + rows + 1 + bottom + 2
        box = body.centred(width: width, height: min(body.height, max(wanted, bottom + 6)))
        let inside = box.inset(horizontal: 2, vertical: 1)
        let isTight = inside.height < lines.count + 1 + min(rows, 1) + 1 + bottom
        let gap = isTight ? 0 : 1
        summary = Array(lines.prefix(max(1, inside.height - bottom - 1 - 2 * gap)))
        let height = max(1, inside.height - summary.count - bottom - 2 * gap)
        names = inside.rows(from: min(inside.height, summary.count + gap), count: height)
        lastScroll = max(0, rows - names.height)
        fields = (0..<fieldCount).map {
            inside.rows(from: inside.height - 2 - fieldCount + $0, count: 1)
        }
        failure = inside.rows(from: inside.height - 2, count: 1)
        answer = inside.rows(from: inside.height - 1, count: 1)
    }

    private static func summary(_ state: AppState, _ staged: StagedState) -> [Phrase] {
        let figures = state.figures
        var lines: [Phrase] = []
        if staged.items.isEmpty { lines.append(.nothingToDo) }
        if let bytes = staged.bytes, staged.act == .remove(withData: true) {
            lines.append(.dataIsLost(figures.long(bytes)))
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
        if let bytes = staged.bytes {
            switch staged.act {
            case .remove(withData: true): break
            case .remove(withData: false): lines.append(.dataStays)
            default: lines.append(.comesTo(figures.long(bytes)))
            }
        }
        if !staged.leftOut.isEmpty { lines.append(.leftOut(staged.leftOut.count)) }
        return lines
    }
}
