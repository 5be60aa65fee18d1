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
            zoneTabs(detail, on: &grid, in: rect)
            let room = rect.width - left.columns - 1
            if right.columns <= room { grid.write(right, in: rect, alignment: .right) }
            return
        }
    }

    private func tabs(_ detail: Detail) -> [Span] {
        name(detail) + state.tabs.flatMap { spans(of: $0, detail) }
    }

    private func name(_ detail: Detail) -> [Span] {
        [Span(" enxame ", .accent, .bold), Span(detail == .all ? "  " : "")]
    }

    private func spans(of tab: Tab, _ detail: Detail) -> [Span] {
        let isOpen = tab == state.tab
        // Its number was typed, and may yet become a count.
        let isAwaited = state.typed.awaitedPane?.pane == tab
        let (before, after) = isAwaited ? ("›", "‹") : isOpen ? ("▌", "▐") : (" ", " ")
        return [Span(before, .accent)] + label(of: tab, detail, isOpen: isOpen)
            + [Span(after, .accent), Span(detail == .all ? " " : "")]
    }

    private func zoneTabs(_ detail: Detail, on grid: inout Grid, in rect: Rect) {
        guard grid.zones != nil else { return }
        var x = rect.x + name(detail).columns
        for tab in state.tabs {
            let width = spans(of: tab, detail).columns
            grid.zone(
                Rect(x: x, y: rect.y, width: width, height: rect.height), .tab(tab.rawValue))
            x += width
        }
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
