import Cells

extension NoticeState {
    /// Five lines for whoever is here for the first time, with the keys as they are now.
    static func welcome(_ keymap: Keymap) -> NoticeState {
        func keys(_ actions: Action...) -> String {
            actions.compactMap { action in
                keymap.binding(of: action, in: [.catalog, .everywhere])?.shown.first
            }.joined(separator: " ")
        }
        return NoticeState(
            title: .shownAround, lines: [],
            facts: [
                Fact(.welcomeSearch, keys(.startSearch, .download)),
                Fact(.welcomeTransfers, keys(.openTransfers, .openRatio)),
                Fact(.welcomePalette, keys(.openPalette)),
                Fact(.welcomeHelp, keys(.openHelp)),
                Fact(.welcomeLook, keys(.openThemes, .quit)),
            ], answer: .welcomeEnd)
    }
}
