import API
import Cells
import Domain

/// The form of a role: what it would inherit shows while one types.
struct RoleFormView {
    let state: AppState
    let form: RoleFormState

    func draw(on grid: inout Grid) {
        let layout = RoleFormLayout(state)
        let title = form.original?.name.rawValue ?? state.say(.newRoleTitle)
        Pane(title, isFocused: true).draw(on: &grid, in: layout.box)
        drawFields(on: &grid, in: layout.fields)

        let tree = state.session?.tree ?? RoleTree([])
        let list = PermissionListView(state: state, tree: form.draft(in: tree), role: form.id)
        list.drawTitles(on: &grid, in: layout.titles)
        let permissions = RoleFormState.permissions
        let window = form.scroll.window(count: permissions.count, height: layout.list.height)
        for (row, index) in window.visible.enumerated() {
            let rect = layout.list.row(row)
            grid.zone(rect, .stop(RoleFormState.stops.count - permissions.count + index))
            list.draw(permissions[index], on: &grid, in: rect)
            if form.focus == .permission(permissions[index]) {
                grid.select(rect, isFocused: true)
            }
        }
        drawAnswer(tree, on: &grid, in: layout.answer)
    }

    private func drawFields(on grid: inout Grid, in rect: Rect) {
        let labels = [state.say(.name), state.say(.weight), state.say(.parent)]
        let width = (labels.map(\.columns).max() ?? 0) + 2
        let stops: [RoleFormState.Stop] = [.name, .weight, .parent]
        for (row, stop) in stops.enumerated() {
            let line = rect.row(row)
            grid.zone(line, .stop(row))
            let isFocused = form.focus == stop
            grid.write(labels[row], in: line, style: isFocused ? .accent : .dim)
            if isFocused { grid.markField(before: width, in: line) }
            let area = Rect(x: line.x + width, y: line.y, width: line.width - width, height: 1)
            switch stop {
            case .name: draw(form.name, width: 42, isFocused, on: &grid, in: area)
            case .weight:
                draw(form.weight, width: 8, isFocused, on: &grid, in: area)
                let mine = state.session?.me.role.weight.value ?? 0
                grid.write(
                    state.say(.weightHint(mine)),
                    in: Rect(x: area.x + 10, y: area.y, width: area.width - 10, height: 1),
                    style: .dim)
            case .parent: drawParent(isFocused, on: &grid, in: area)
            case .permission: break
            }
        }
    }

    private func draw(
        _ field: TextField, width: Int, _ isFocused: Bool, on grid: inout Grid, in rect: Rect
    ) {
        let area = Rect(x: rect.x, y: rect.y, width: min(width, rect.width), height: 1)
        grid.fill(area, style: Style(.text, on: isFocused ? .rowSelected : .rowSelectedUnfocused))
        grid.write(field, in: area.inset(horizontal: 1), isFocused: isFocused)
    }

    private func drawParent(_ isFocused: Bool, on grid: inout Grid, in rect: Rect) {
        let name = form.parent.flatMap { id in
            state.session?.roles.first { $0.id == id }?.name
        }
        let arrow = Style(isFocused ? .accent : .border)
        // The name stands where the text of the fields above does.
        grid.write(
            [
                Span("‹ ", arrow),
                Span(name ?? state.say(.noParent), isFocused ? .title : .text),
                Span(" ›", arrow),
                Span(isFocused ? "   ← →" : "", .textDim),
            ], at: Point(rect.x - 1, rect.y), maxWidth: rect.width)
    }

    private func drawAnswer(_ tree: RoleTree, on grid: inout Grid, in rect: Rect) {
        if form.isBusy {
            grid.write(state.say(.sending), in: rect, style: .accent)
            return
        }
        let words: Phrase
        let style: Style
        if let failure = form.failure {
            (words, style) = (failure, Style(.bad))
        } else if !form.name.isEmpty, let objection = state.objection(to: form) {
            (words, style) = (objection, Style(.warning))
        } else {
            (words, style) = (consequence(tree), .dim)
        }
        for (row, line) in state.say(words).wrapped(to: rect.width).prefix(rect.height).enumerated()
        {
            grid.write(line, in: rect, row: row, style: style)
        }
    }

    /// What saving means for those who have the role.
    private func consequence(_ tree: RoleTree) -> Phrase {
        let after = form.draft(in: tree).effective(form.id)
        guard let original = form.original else { return .holds(after.count) }
        let before = tree.effective(original.id)
        let users = state.session?.roles.first { $0.id == original.id }?.users ?? 0
        guard before != after, users > 0 else { return .holds(after.count) }
        return .membersChange(
            users, gain: after.subtracting(before).sorted(),
            lose: before.subtracting(after).sorted())
    }
}
