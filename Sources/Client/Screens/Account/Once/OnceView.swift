import Cells

/// A secret that is shown once.
struct OnceView {
    let state: AppState
    let once: OnceState

    func draw(on grid: inout Grid) {
        let layout = OnceLayout(state, once)
        Pane(
            state.say(once.purpose.title), footer: layout.lastScroll > 0 ? "↑↓" : "",
            isFocused: true
        ).draw(on: &grid, in: layout.box)
        for (row, line) in layout.lines.dropFirst(once.scroll).enumerated() {
            grid.write(line.text, in: layout.text, row: row, style: line.style)
        }
        let words: Phrase = once.isCopied ? .sentToClipboard : once.purpose.answer
        grid.write(state.say(words), in: layout.footer, style: once.isCopied ? .accent : .dim)
    }
}
