import API
import Cells
import Domain

/// The line at the top: the panes with their counts, who is signed in, the time.
struct HeaderView {
    let state: AppState

    /// How much the line says; the first that fits is taken.
    private enum Detail: CaseIterable {
        case all, close, short, brief, least
    }

    func draw(on grid: inout Grid, in rect: Rect) {
        for detail in Detail.allCases {
            let left = tabs(detail)
            let right = identity(detail)
            guard left.columns + right.columns + 2 <= rect.width || detail == .least else {
                continue
            }
            grid.write(left, in: rect)
            let room = rect.width - left.columns - 1
            if right.columns <= room { grid.write(right, in: rect, alignment: .right) }
            return
        }
    }

    private func tabs(_ detail: Detail) -> [Span] {
        let gap = detail == .all ? 3 : 1
        var spans = [Span(" enxame ", .accent, .bold)]
        spans.append(Span(String(repeating: " ", count: gap - 1)))
        for tab in state.tabs {
            let isOpen = tab == state.tab
            let text = label(of: tab, detail, isOpen: isOpen)
            // Its number was typed, and may yet become a count.
            let isAwaited = state.typed.awaitedPane?.pane == tab
            spans.append(Span(isAwaited ? "›" : isOpen ? "▌" : " ", .accent))
            spans.append(contentsOf: text)
            spans.append(Span(isAwaited ? "‹" : isOpen ? "▐" : " ", .accent))
            spans.append(Span(String(repeating: " ", count: max(0, gap - 2))))
        }
        return spans
    }

    private func label(of tab: Tab, _ detail: Detail, isOpen: Bool) -> [Span] {
        let style: Style = isOpen ? Style(.title, .bold) : .dim
        let count = self.count(of: tab)
        let isNamed =
            switch detail {
            case .all, .close: true
            case .short: isOpen || count.isEmpty && tab != .activity
            case .brief, .least: isOpen
            }
        var spans = [Span("\(tab.rawValue)", isOpen ? Style(.accent, .bold) : .dim)]
        if isNamed { spans.append(Span(" \(state.say(state.title(of: tab)))", style)) }
        if !count.isEmpty, !isOpen || detail != .least {
            spans.append(Span(" ", style))
            spans.append(contentsOf: count)
        }
        return spans
    }

    private func count(of tab: Tab) -> [Span] {
        switch tab {
        case .transfers:
            let count = state.transfers.downloading
            return count == 0 ? [] : [Span("↓\(count)", .download)]
        case .admin:
            let count = state.admin.approvals.count
            return count == 0 ? [] : [Span("●\(count)", .accent)]
        case .catalog, .ratio, .activity: return []
        }
    }

    private func identity(_ detail: Detail) -> [Span] {
        guard let session = state.session else { return [] }
        let ratio = Ratio(up: session.stats.bytesUp, down: session.stats.bytesDown)
        let number = Span(state.figures.ratio(ratio), session.stats.meaning)
        let time = Span(state.figures.clock(state.now.timestamp) + " ", .textDim)
        let dot = Span(" · ", .textDim)
        let name = Span(session.me.username)
        switch detail {
        case .all, .close:
            return [
                name, Span(" "), RoleBadge(session.me.role.name, session.me.role.weight).span, dot,
                Span(state.say(.ratioWord) + " ", .textDim), number, Span("  "), time,
            ]
        case .short, .brief: return [name, dot, number, Span("  "), time]
        case .least: return [name, Span("  "), time]
        }
    }
}
