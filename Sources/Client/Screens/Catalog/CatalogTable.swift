import API
import Cells
import Domain

/// The columns of the catalog.
struct CatalogTable {
    let state: AppState
    let layout: TableLayout
    let columns: [ColumnName]
    private let marks: HitMarks

    init(state: AppState, width: Int) {
        self.state = state
        marks = HitMarks(state.catalog.answered?.q ?? "")
        // Beside the detail there is another place for a long title.
        let minimum = CatalogLayout(state).isDetailFixed ? 24 : 40
        // No column says the same in every row.
        let isForAll =
            state.catalog.heaviest.flatMap { state.session?.audience(of: $0) } == nil
        let choice = state.columns[.catalog]
        columns = choice.shown.filter { $0 != .audience || !isForAll }
        layout = TableLayout(
            columns.map { name in
                let title = state.say(name.phrase(in: .catalog))
                let column =
                    switch name {
                    case .type: TableColumn(title, .fixed(7), priority: 5)
                    case .size: TableColumn.number(title, 7, priority: 1)
                    case .swarm: TableColumn(title, .fixed(9), priority: 2)
                    case .age: TableColumn.number(title, 6, priority: 3)
                    case .audience: TableColumn(title, .fixed(10), priority: 4)
                    default: TableColumn(title, .flexible(minimum: minimum))
                    }
                return column.sized(choice.widths[name])
            }, width: width)
    }

    /// A row with its sign; `rect` is two columns wider than the table.
    func draw(_ item: CatalogSummary, isMarked: Bool, on grid: inout Grid, in rect: Rect) {
        let row = Rect(x: rect.x + 2, y: rect.y, width: rect.width - 2, height: rect.height)
        if isMarked { grid.restyle(rect, background: .rowMarked) }
        grid.write([sign(of: item), isMarked ? Span("◆", .accent) : Span(" ")], in: rect)
        if let failure = state.catalog.downloadFailures[item.id] {
            drawFailure(failure, of: item, on: &grid, in: row)
            return
        }
        layout.drawRow(columns.map { cell($0, of: item) }, on: &grid, in: row)
        if state.catalog.changedAt[item.id] != nil {
            grid.restyle(rect, foreground: .changed, adding: .bold)
        }
    }

    /// What went wrong stands in its row, after as much of the title as tells it apart.
    private func drawFailure(
        _ failure: CommunityFailure, of item: CatalogSummary, on grid: inout Grid, in row: Rect
    ) {
        let title = item.title.truncated(to: max(24, row.width / 2))
        let used = grid.write(title, in: row)
        let rest = Rect(x: row.x + used + 2, y: row.y, width: row.width - used - 2, height: 1)
        grid.write(state.say(failure.phrase), in: rest, style: Style(.bad))
    }

    private func sign(of item: CatalogSummary) -> Span {
        if state.catalog.downloadFailures[item.id] != nil { return Span("!", .bad) }
        if state.catalog.downloading.contains(item.id) { return Span("…", .accent) }
        if let transfer = state.transfer(of: item) {
            return transfer.isComplete ? Span("◉", .good) : Span("↓", .download)
        }
        let isRestricted = state.session?.audience(of: item.minRoleWeight) != nil
        return isRestricted ? Span("⚑", .warning) : Span("▸", .textDim)
    }

    private func cell(_ column: ColumnName, of item: CatalogSummary) -> [Span] {
        let figures = state.figures
        switch column {
        case .title:
            let place = columns.firstIndex(of: .title).flatMap { index in
                layout.places.first { $0.index == index }
            }
            return marks.spans(item.title).truncated(to: place?.width ?? 0)
        case .type: return [Span(state.say(item.kind.phrase), .textDim)]
        case .size: return figures.spans(item.size)
        case .swarm: return figures.swarm(seeders: item.seeders, leechers: item.leechers)
        case .age: return [Span(figures.age(item.createdAt, now: state.now.timestamp), .textDim)]
        case .audience:
            let audience = state.session?.audience(of: item.minRoleWeight)
            return [audience.map { Span($0, .warning) } ?? Span(state.say(.everybody), .textDim)]
        default: return []
        }
    }
}
