import Cells

/// Says how much room is needed, and waits.
struct TooSmallView {
    let state: AppState

    func draw(on grid: inout Grid) {
        let words = Phrase.tooSmall(width: state.size.width, height: state.size.height)
        let lines = state.say(words).wrapped(to: grid.width)
        let top = max(0, (grid.height - lines.count) / 2)
        for (row, line) in lines.enumerated() {
            grid.write(line, in: grid.bounds, row: top + row, alignment: .centre)
        }
    }
}
