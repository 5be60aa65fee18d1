import Cells

/// Where the suggestions stand, under the field, and which of them there is room for.
///
/// Without a choice there is no box: nothing was asked, found, or there is no room.
struct SuggestionsLayout {
    let choices: [SuggestionsState.Choice]
    let box: Rect
    let list: Rect

    init(_ state: AppState) {
        let pane = CatalogLayout(state).pane.inset(horizontal: 2, vertical: 1)
        // The results stay in sight below.
        let room = min(pane.height - 3, max(3, pane.height / 2))
        let isTyping = state.tab == .catalog && state.isTyping && state.overlays.isEmpty
        choices = isTyping ? Self.choices(of: state.catalog.suggestions, room: max(0, room)) : []
        box = Rect(
            x: pane.x, y: pane.y + 1, width: min(60, pane.width),
            height: choices.isEmpty ? 0 : choices.count + 2)
        list = box.inset(horizontal: 2, vertical: 1)
    }

    /// Some of each kind, where not all have room.
    private static func choices(
        of suggestions: SuggestionsState, room: Int
    ) -> [SuggestionsState.Choice] {
        let tags = suggestions.choices.filter(\.isTag)
        let titles = suggestions.choices.filter { !$0.isTag }
        let shown = tags.prefix(max(room - titles.count, (room + 1) / 2))
        return Array(shown + titles.prefix(room - shown.count))
    }
}
