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
        let inside = Pane(state.say(.admin), isFocused: isFocused).draw(on: &grid, in: rect)
        for (row, section) in state.adminSections.enumerated() {
            let line = inside.row(row)
            let isOpen = section == state.admin.section
            grid.write(state.say(section.title), in: line, style: isOpen ? .text : .dim)
            grid.write(count(of: section), in: line, alignment: .right)
            if isOpen { grid.select(line, isFocused: isFocused) }
        }
    }

    private func drawLine(on grid: inout Grid, in rect: Rect) {
        var spans = [Span(" ")]
        for section in state.adminSections {
            let isOpen = section == state.admin.section
            let edge = isFocused ? Style(.accent) : Style(.border)
            spans.append(Span(isOpen ? "▌" : " ", edge))
            spans.append(
                Span(
                    state.say(section.title), isOpen ? Style(.title, isFocused ? .bold : []) : .dim)
            )
            if section == .approvals, state.admin.approvals.count > 0 {
                spans.append(Span(" ●\(state.admin.approvals.count)", .accent))
            }
            spans.append(Span(isOpen ? "▐" : " ", edge))
            spans.append(Span(" "))
        }
        grid.write(spans, in: rect)
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
        case .settings, .audit: return []
        }
    }
}
