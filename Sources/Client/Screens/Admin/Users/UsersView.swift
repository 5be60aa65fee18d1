import API
import Cells
import Domain

/// The members, and the one under the cursor.
struct UsersView {
    let state: AppState

    private var users: UsersState { state.admin.users }
    private var isFocused: Bool { !state.admin.focusesMenu }

    func draw(_ layout: AdminLayout, on grid: inout Grid) {
        let window = users.cursor.window(count: users.items.count, height: layout.list.height)
        let inside = Pane(
            state.say(AdminSection.users.title), number: layout.number, footer: footer(window),
            isFocused: isFocused
        ).draw(on: &grid, in: layout.main)
        drawSearch(on: &grid, in: inside.row(0))
        grid.point(at: .searchUsers, of: .users, state, in: inside.row(0))
        if let failure = users.failure {
            grid.write("! " + state.say(failure.phrase), in: inside.row(1), style: Style(.bad))
        }
        let table = UserTable(state: state, width: inside.width)
        table.layout.drawTitles(on: &grid, in: inside.row(2))
        for (row, index) in window.visible.enumerated() {
            let rect = layout.list.row(row)
            table.draw(users.items[index], on: &grid, in: rect)
            let isMarked = users.marks.contains(users.items[index].id, row: index)
            if isMarked { grid.mark(rect) }
            if index == window.cursor {
                grid.select(rect, isFocused: isFocused, isMarked: isMarked)
            }
        }
        grid.point(at: .main, window, in: layout.list, isFocused: isFocused)
        if users.items.isEmpty, users.failure == nil {
            grid.say(state.say(users.hasAnswer ? .noUsers : .loading), in: layout.list)
        }
        if let detail = layout.detail { drawDetail(on: &grid, in: detail) }
    }

    private func footer(_ window: ListWindow) -> String {
        guard !window.visible.isEmpty else { return "" }
        let total = state.figures.grouped(users.total ?? users.items.count)
        let shown = state.say(
            .shown(window.visible.lowerBound + 1, window.visible.upperBound, of: total))
        return state.withMarks(in: .users, shown)
    }

    private func drawSearch(on grid: inout Grid, in row: Rect) {
        grid.write("/ ", in: row, style: users.isSearching ? .accent : .dim)
        let area = Rect(x: row.x + 2, y: row.y, width: row.width - 2, height: 1)
        if users.search.isEmpty {
            grid.write(state.say(.usersPlaceholder), in: area, style: .dim)
        }
        grid.write(
            users.search, in: area,
            isFocused: users.isSearching && isFocused && state.overlays.isEmpty,
            style: Style(.title))
    }

    private func drawDetail(on grid: inout Grid, in rect: Rect) {
        guard let user = users.current else {
            Pane(state.say(.detail)).draw(on: &grid, in: rect)
            return
        }
        let inside = Pane(user.username).draw(on: &grid, in: rect)
        let rows = MemberFacts(state: state, member: user).rows(width: inside.width)
        for (index, row) in rows.enumerated() { grid.write(row, in: inside, row: index) }
        let below = inside.rows(from: rows.count + 1)
        guard below.height > 1 else { return }
        let notes = users.file.flatMap { $0.id == user.id ? $0.notes : nil } ?? PagedList()
        grid.write(
            [
                Span(state.say(.notes) + " ", .title, .bold),
                Span(notes.count(state.figures), .textDim),
            ], in: below)
        MemberNotesView(state: state, notes: notes, cursor: nil)
            .draw(on: &grid, in: below.rows(from: 1))
    }
}
