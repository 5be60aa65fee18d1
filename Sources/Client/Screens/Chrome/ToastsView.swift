import Cells

/// What has just happened, over the bottom of the body; it fades by itself and takes no keys.
struct ToastsView {
    let state: AppState

    func draw(on grid: inout Grid) {
        let layout = ToastsLayout(state)
        for place in layout.places { draw(place, on: &grid) }
        if layout.more > 0 {
            grid.write(
                " \(state.say(.more(layout.more))) ", in: layout.moreRow,
                style: Style(.textDim, on: .rowSelectedUnfocused), alignment: .right)
        }
    }

    private func draw(_ place: ToastsLayout.Place, on grid: inout Grid) {
        let toast = place.toast
        let (words, sign) = colours(of: toast)
        grid.fill(place.rect, style: Style(words, on: .rowSelectedUnfocused))
        for (row, line) in place.lines.enumerated() {
            let edge = Span("▌", sign)
            let mark = Span(row == 0 ? "\(toast.entry.tone.sign) " : "  ", sign)
            grid.write([edge, Span(" "), mark, Span(line, words)], in: place.rect, row: row)
        }
    }

    /// Of the words, and of the sign before them.
    private func colours(of toast: ActivityState.Toast) -> (Meaning, Meaning) {
        switch toast.fade {
        case .fresh: (.text, toast.entry.tone == .plain ? .accent : toast.entry.tone.meaning)
        case .dim: (.textDim, .textDim)
        case .faint: (.textDisabled, .textDisabled)
        }
    }
}
