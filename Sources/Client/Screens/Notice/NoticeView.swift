import Cells

/// Something to be read and written down before anything goes on.
struct NoticeView {
    let state: AppState
    let notice: NoticeState

    func draw(on grid: inout Grid) {
        let body = ScreenLayout(state.size).body
        let width = min(68, body.width - 4)
        let lines = notice.lines.flatMap { state.say($0).wrapped(to: width - 6) }
        let count = lines.count + notice.facts.count
        // Where there is no room for air, there is room for words.
        let isTight = count + 7 > body.height
        let box = body.dialog(width: width, height: isTight ? count + 3 : count + 7)
        let inside = Pane(state.say(notice.title), isFocused: true)
            .draw(on: &grid, in: box).inset(horizontal: 1)
        // Where not everything has room, what must be written down comes first.
        let isCrowded = count > inside.height
        let gap = isTight ? 0 : 1
        var row = gap
        if isCrowded {
            row = draw(facts: notice.facts.sorted(by: isMoreSecret), at: row, on: &grid, in: inside)
        }
        for line in lines where row < inside.height {
            grid.write(line, in: inside, row: row, style: Style(.warning))
            row += 1
        }
        guard !isCrowded else { return }
        row = draw(facts: notice.facts, at: row + gap, on: &grid, in: inside)
        guard row + gap < inside.height else { return }
        grid.write(state.say(notice.answer), in: inside, row: row + gap, style: .dim)
    }

    private func isMoreSecret(_ fact: NoticeState.Fact, _ other: NoticeState.Fact) -> Bool {
        fact.isSecret && !other.isSecret
    }

    /// - Returns: the row below them.
    private func draw(
        facts: [NoticeState.Fact], at top: Int, on grid: inout Grid, in inside: Rect
    ) -> Int {
        // A secret is shown whole before the names are.
        let secrets = facts.filter(\.isSecret)
        let values = (secrets.isEmpty ? facts : secrets).map(\.value.columns).max() ?? 0
        let labels = (facts.map { state.say($0.name).columns }.max() ?? 0) + 2
        let labelWidth = min(labels, max(8, inside.width - values))
        for (row, fact) in facts.enumerated() where top + row < inside.height {
            let name = state.say(fact.name).truncated(to: labelWidth - 1)
            grid.write(
                [
                    Span(name.fitted(to: labelWidth), .textDim),
                    Span(fact.value, fact.isSecret ? Style(.accent, .bold) : .text),
                ], in: inside, row: top + row)
        }
        return min(top + facts.count, inside.height)
    }
}
