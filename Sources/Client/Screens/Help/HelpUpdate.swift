import Cells

extension AppState {
    mutating func openHelp() -> [Effect] {
        overlays.append(.help(HelpState(contexts: baseContexts)))
        return []
    }

    mutating func performInHelp(_ action: Action, _ help: HelpState) -> [Effect] {
        if action == .dismiss {
            overlays.removeLast()
            return []
        }
        guard let motion = motion(of: action) else { return [] }
        var help = help
        let layout = HelpLayout(self, help)
        var cursor = ListCursor(index: help.scroll)
        cursor.move(motion, count: layout.lastScroll + 1, height: layout.text.height)
        help.scroll = cursor.index
        overlays[overlays.count - 1] = .help(help)
        return []
    }
}
