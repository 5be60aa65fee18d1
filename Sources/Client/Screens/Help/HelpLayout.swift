import Cells

/// Where help stands, and what it says, made from the keymap.
struct HelpLayout {
    struct Line {
        var heading = ""
        var keys = ""
        var title = ""
    }

    let box: Rect
    let text: Rect
    let columns: [[Line]]
    let keyWidth: Int
    let lastScroll: Int

    init(_ state: AppState, _ help: HelpState) {
        let body = ScreenLayout(state.size).body
        let sections = help.contexts.compactMap { HelpLayout.section($0, of: state) }
        let lines = sections.flatMap(\.self)
        keyWidth = min(20, (lines.map(\.keys.columns).max() ?? 0) + 2)
        let isWide = body.width >= 76
        if isWide {
            // Whole sections go to the right once the left half is full.
            var left: [Line] = []
            var right: [Line] = []
            for section in sections {
                if left.count + section.count / 2 <= lines.count / 2 {
                    left += section
                } else {
                    right += section
                }
            }
            columns = [left, right]
        } else {
            columns = [lines]
        }
        let longest = columns.map(\.count).max() ?? 0
        box = body.dialog(
            width: isWide ? 104 : 60, height: longest + 2)
        text = box.inset(horizontal: 2, vertical: 1)
        lastScroll = max(0, longest - text.height)
    }

    private static func section(_ context: KeyContext, of state: AppState) -> [Line]? {
        let lines = state.keymap[context].filter { !$0.shown.isEmpty }.map { binding in
            Line(
                keys: binding.shown.prefix(3).joined(separator: " "),
                title: state.say(binding.action.title))
        }
        guard !lines.isEmpty else { return nil }
        // What holds always is listed with what holds everywhere.
        if context == .always { return lines + [Line()] }
        return [Line(heading: state.say(context.title))] + lines
            + (context == .everywhere ? [] : [Line()])
    }
}
