import Cells

/// The sections of the console, as a column or as a line.
struct AdminMenuView {
    let state: AppState

    private var isFocused: Bool { state.admin.focusesMenu && state.overlays.isEmpty }

    func draw(_ layout: AdminLayout, on grid: inout Grid) {
        if layout.isMenuColumn {
            drawColumn(on: &grid, in: layout.menu)
        } else {
            drawLine(on: &grid, in: layout.menu)
        }
    }

    private func drawColumn(on grid: inout Grid, in rect: Rect) {
        let inside = Pane(
            state.say(state.title(of: .admin)), number: Tab.admin.rawValue, isFocused: isFocused
        ).draw(on: &grid, in: rect)
        for (row, section) in state.adminSections.enumerated() {
            let line = inside.row(row)
            let isOpen = section == state.admin.section
            grid.write(state.say(section.title), in: line, style: isOpen ? .text : .dim)
            grid.write(count(of: section), in: line, alignment: .right)
            if isOpen { grid.select(line, isFocused: isFocused) }
        }
    }

    /// As many sections as fit, the open one among them, and signs where there are more.
    private func drawLine(on grid: inout Grid, in rect: Rect) {
        let sections = state.adminSections
        let titles = sections.map { title(of: $0) }
        let open = sections.firstIndex(of: state.admin.section) ?? 0
        let room = rect.width - 2
        // Wide lines have a space more between two titles.
        let gap = titles.reduce(0) { $0 + $1.columns + 1 } <= room ? 1 : 0
        var first = 0
        while first < open, width(titles[first...open], gap: gap) > room { first += 1 }
        var last = max(first, open)
        while last + 1 < titles.count, width(titles[first...(last + 1)], gap: gap) <= room {
            last += 1
        }
        guard titles.indices.contains(last) else { return }
        var spans = [Span(first > 0 ? "‹" : " ", .textDim)]
        for title in titles[first...last] {
            spans += title
            if gap > 0 { spans.append(Span(" ")) }
        }
        grid.write(spans, in: rect)
        if last + 1 < titles.count {
            grid.write([Span("›", .textDim)], in: rect, alignment: .right)
        }
    }

    private func width(_ titles: ArraySlice<[Span]>, gap: Int) -> Int {
        titles.reduce(0) { $0 + $1.columns + gap }
    }

    private func title(of section: AdminSection) -> [Span] {
        let isOpen = section == state.admin.section
        let edge = isFocused ? Style(.accent) : Style(.border)
        var spans = [
            Span(isOpen ? "▌" : " ", edge),
            Span(state.say(section.title), isOpen ? Style(.title, isFocused ? .bold : []) : .dim),
        ]
        if section == .approvals, state.admin.approvals.count > 0 {
            spans.append(Span(" ●\(state.admin.approvals.count)", .accent))
        }
        return spans + [Span(isOpen ? "▐" : " ", edge)]
    }

    private func count(of section: AdminSection) -> [Span] {
        switch section {
        case .users:
            guard let total = state.admin.users.total, state.admin.users.search.isEmpty else {
                return []
            }
            return [Span(state.figures.grouped(total), .textDim)]
        case .roles:
            return [Span(state.figures.grouped(state.session?.roles.count ?? 0), .textDim)]
        case .approvals:
            let count = state.admin.approvals.count
            return count == 0 ? [] : [Span("●\(count)", .accent)]
        case .evidence:
            let count = state.admin.evidence.open.count(state.figures)
            return count.isEmpty || count == "0" ? [] : [Span("●\(count)", .accent)]
        case .bans:
            let bans = state.admin.bans
            let count = bans.addresses.items.count + bans.clients.items.count
            let more = bans.addresses.hasMore || bans.clients.hasMore ? "+" : ""
            return count == 0 ? [] : [Span(state.figures.grouped(count) + more, .textDim)]
        case .invitations, .settings, .audit: return []
        }
    }
}
