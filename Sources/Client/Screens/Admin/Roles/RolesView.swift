import API
import Cells
import Domain

/// The roles as a tree, and what the one under the cursor may do, and why.
struct RolesView {
    let state: AppState

    private var isFocused: Bool { !state.admin.focusesMenu }

    func draw(_ layout: AdminLayout, on grid: inout Grid) {
        let rows = RoleOutline(state.session?.roles ?? []).rows
        let window = state.admin.roles.cursor.window(
            count: rows.count, height: layout.list.height)
        let inside = Pane(
            state.say(AdminSection.roles.title), number: layout.number, isFocused: isFocused
        )
        .draw(on: &grid, in: layout.main)
        let table = TableLayout(
            [
                TableColumn(state.say(.role), .flexible(minimum: 22)),
                .number(state.say(.weight), 6),
                .number(
                    state.say(AdminSection.users.title),
                    max(5, state.say(AdminSection.users.title).columns), priority: 1),
            ], width: inside.width, gap: 1)
        table.drawTitles(on: &grid, in: inside.row(0))
        for (row, index) in window.visible.enumerated() {
            let rect = layout.list.row(row)
            let role = rows[index].role
            table.drawRow(
                [
                    [
                        Span(
                            (rows[index].branch + role.name).truncated(
                                to: table.places.first?.width ?? 0))
                    ],
                    [Span(String(role.weight.value))],
                    state.figures.spans(role.users),
                ], on: &grid, in: rect)
            grid.write(rows[index].branch, in: rect, style: Style(.border))
            if index == window.cursor { grid.select(rect, isFocused: isFocused) }
        }
        if rows.isEmpty {
            let words = state.admin.roles.failure?.phrase ?? .loading
            grid.say(state.say(words), in: layout.list)
        }
        if let detail = layout.detail, let role = state.selectedRole {
            drawDetail(of: role, on: &grid, in: detail)
        } else if let detail = layout.detail {
            Pane(state.say(.detail)).draw(on: &grid, in: detail)
        }
    }

    private func drawDetail(of role: RoleBody, on grid: inout Grid, in rect: Rect) {
        let parent = role.parentId.flatMap { state.session?.tree[$0]?.name.rawValue }
        let inside = Pane(role.name, right: parent.map { state.say(.under($0)) } ?? "")
            .draw(on: &grid, in: rect)
        let facts = "\(state.say(.weighs(role.weight.value))) · \(state.say(.members(role.users)))"
        grid.write(facts, in: inside, style: .dim)
        let list = PermissionListView(
            state: state, tree: state.session?.tree ?? RoleTree([]), role: role.id)
        let from = inside.height >= Permission.allCases.count + 4 ? 2 : 1
        list.drawTitles(on: &grid, in: inside.row(from))
        for (row, permission) in Permission.allCases.enumerated() {
            list.draw(permission, on: &grid, in: inside.row(from + 1 + row))
        }
    }
}
