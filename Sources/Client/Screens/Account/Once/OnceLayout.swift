import Cells

/// Where a secret stands, and its lines: whatever the size, all of it can be read.
struct OnceLayout {
    let box: Rect
    let text: Rect
    let footer: Rect
    let lines: [Span]
    let lastScroll: Int

    init(_ state: AppState, _ once: OnceState) {
        let body = ScreenLayout(state.size).body
        let width = min(72, body.width - 2)
        let room = max(1, width - 4)
        var lines = state.say(once.warning).wrapped(to: room).map { Span($0, Style(.warning)) }
        lines.append(Span(""))
        for item in once.items {
            if let name = item.name { lines.append(Span(state.say(name), .textDim)) }
            lines += item.text.wrapped(to: room).map { Span($0, .accent, .bold) }
            if item.name != nil { lines.append(Span("")) }
        }
        if lines.last?.text.isEmpty == true { lines.removeLast() }
        self.lines = lines
        box = body.dialog(width: width, height: lines.count + 4)
        let inside = box.inset(horizontal: 2, vertical: 1)
        let gap = inside.height > lines.count + 1 ? 1 : 0
        let parts = inside.rows([.part(1), .cells(gap), .cells(1)])
        (text, footer) = (parts[0], parts[2])
        lastScroll = max(0, lines.count - text.height)
    }
}
