import Cells

/// What was typed of something longer, at the bottom left, and what can follow.
struct WhichKeyView {
    let state: AppState

    private var typed: TypedKeys { state.typed }

    /// The beginning of the status line.
    func drawLine(on grid: inout Grid, in rect: Rect) {
        let words = typed.chord.isEmpty ? "\(typed.shown): \(state.say(count))" : typed.shown + " …"
        grid.write(words, in: rect, style: Style(.accent, .bold))
    }

    /// Keys that end the chord, in a box above the status line.
    func drawList(on grid: inout Grid, in body: Rect) {
        guard !typed.chord.isEmpty else { return }
        let rows = state.keymap.continuations(of: typed.chord, in: state.contexts)
        let keyWidth = (rows.map { $0.key.description.columns }.max() ?? 0) + 2
        let textWidth = rows.map { state.say($0.action.title).columns }.max() ?? 0
        let width = min(body.width, keyWidth + textWidth + 4)
        let height = min(body.height, rows.count + 2)
        let box = Rect(x: body.x, y: body.maxY - height, width: width, height: height)
        grid.fill(box, style: Style(.text, on: .background))
        let inside = Pane([Span(typed.shown, .accent, .bold)], isFocused: true)
            .draw(on: &grid, in: box)
        for (row, entry) in rows.prefix(inside.height).enumerated() {
            let line = inside.row(row)
            let isPossible = state.objection(to: entry.action) == nil
            grid.write(entry.key.description, in: line, style: .accent)
            grid.write(
                state.say(entry.action.title),
                in: Rect(
                    x: line.x + keyWidth, y: line.y, width: line.width - keyWidth, height: 1),
                style: isPossible ? .text : Style(.textDisabled))
        }
    }

    private var count: Phrase {
        let motions: [Action] = [.moveDown, .moveUp, .moveFirst, .moveLast]
        let keys = motions.compactMap { action in
            state.keymap.binding(of: action, in: state.contexts)?.keys
                .first { if case .character = $0 { true } else { false } }?.description
        }.joined(separator: " ")
        guard let pane = typed.awaitedPane?.pane else { return .countFor(keys) }
        return .paneOrCount(state.title(of: pane), keys)
    }
}
