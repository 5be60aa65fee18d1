import API
import Cells
import Domain

/// The columns of the members.
struct UserTable {
    let state: AppState
    let layout: TableLayout
    let columns: [ColumnName]

    init(state: AppState, width: Int) {
        self.state = state
        let choice = state.columns[.users]
        columns = choice.shown
        layout = TableLayout(
            columns.map { name in
                let title = state.say(name.phrase(in: .users))
                let column =
                    switch name {
                    case .role: TableColumn(title, .fixed(18))
                    case .up: TableColumn.number("↑", 7, priority: 2)
                    case .down: TableColumn.number("↓", 7, priority: 3)
                    case .ratio: TableColumn.number(title, 6, priority: 1)
                    case .since: TableColumn.number(title, 6, priority: 4)
                    case .standing: TableColumn("", .fixed(7))
                    default: TableColumn(title, .flexible(minimum: 14))
                    }
                return column.sized(choice.widths[name])
            }, width: width)
    }

    func draw(_ user: UserBody, on grid: inout Grid, in rect: Rect) {
        layout.drawRow(columns.map { cell($0, user) }, on: &grid, in: rect)
    }

    private func cell(_ column: ColumnName, _ user: UserBody) -> [Span] {
        let figures = state.figures
        switch column {
        case .name: return [Span(user.username, user.ban == nil ? .text : .textDisabled)]
        case .role:
            let place = columns.firstIndex(of: .role).flatMap { index in
                layout.places.first { $0.index == index }
            }
            return [RoleBadge(user.role.name, user.role.weight).span(within: place?.width ?? 0)]
        case .up: return figures.spans(user.stats.bytesUp)
        case .down: return figures.spans(user.stats.bytesDown)
        case .ratio:
            let ratio = Ratio(up: user.stats.bytesUp, down: user.stats.bytesDown)
            return [Span(figures.ratio(ratio), user.stats.meaning)]
        case .since:
            return [Span(figures.age(user.createdAt, now: state.now.timestamp), .textDim)]
        case .standing:
            if user.ban != nil { return [Span(state.say(.banned), .bad)] }
            return [Span(user.id == state.session?.me.id ? state.say(.you) : "", .accent)]
        default: return []
        }
    }
}
