import Cells

extension Grid {
    /// Says that a list stands here, and shows in the border at its right which part of it.
    mutating func point(at list: ListPlace, _ window: ListWindow, in rect: Rect, isFocused: Bool) {
        zone(rect.inset(horizontal: -1), .rows(list: list.rawValue, window))
        let bar = Rect(x: rect.maxX + 1, y: rect.y, width: 1, height: rect.height)
        guard !window.isComplete else { return }
        ScrollBar(window).draw(
            on: &self, in: bar,
            style: Style(isFocused ? .borderFocused : .border, on: .background))
        zone(bar, .bar(list: list.rawValue, window))
    }
}

extension Grid {
    /// Says that this does what a key does.
    mutating func point(at action: Action, of context: KeyContext, _ state: AppState, in rect: Rect)
    {
        guard let key = state.keymap.binding(of: action, in: [context])?.keys.first else { return }
        zone(rect, .key(key))
    }

    /// What answers a dialog: each key with what it does, which can be clicked.
    mutating func answers(
        _ answers: [(action: Action, words: Phrase)], of context: KeyContext, _ state: AppState,
        in row: Rect
    ) {
        var used = 0
        for (action, words) in answers {
            guard let key = state.keymap.binding(of: action, in: [context])?.keys.first else {
                continue
            }
            let width = write(
                [Span("\(key.description) ", .accent, .bold), Span(state.say(words))],
                at: Point(row.x + used, row.y), maxWidth: row.width - used)
            zone(Rect(x: row.x + used, y: row.y, width: width, height: 1), .key(key))
            used += width + 4
        }
    }
}
