import API
import Cells
import Domain

/// The columns of the catalog.
struct CatalogTable {
    private enum Column: Int {
        case title, type, size, swarm, age, audience
    }

    let state: AppState
    let layout: TableLayout
    private let columns: [Column]
    private let marks: HitMarks

    init(state: AppState, width: Int) {
        self.state = state
        marks = HitMarks(state.catalog.answered?.q ?? "")
        // No column says the same in every row.
        let isForAll =
            state.catalog.items.heaviest.flatMap { state.session?.audience(of: $0) } == nil
        columns = [.title, .type, .size, .swarm, .age] + (isForAll ? [] : [.audience])
        layout = TableLayout(
            columns.map { column in
                switch column {
                case .title: TableColumn(state.say(.title), .flexible(minimum: 36))
                case .type: TableColumn(state.say(.type), .fixed(7), priority: 5)
                case .size: .number(state.say(.size), 7, priority: 1)
                case .swarm: TableColumn(state.say(.swarm), .fixed(9), priority: 2)
                case .age: .number(state.say(.age), 6, priority: 3)
                case .audience: TableColumn(state.say(.audience), .fixed(10), priority: 4)
                }
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

    private func cell(_ column: Column, of item: CatalogSummary) -> [Span] {
        let figures = state.figures
        switch column {
        case .title:
            return marks.spans(item.title).truncated(to: layout.places.first?.width ?? 0)
        case .type: return [Span(state.say(item.kind.phrase), .textDim)]
        case .size: return figures.spans(item.size)
        case .swarm: return figures.swarm(seeders: item.seeders, leechers: item.leechers)
        case .age: return [Span(figures.age(item.createdAt, now: state.now.timestamp), .textDim)]
        case .audience:
            let audience = state.session?.audience(of: item.minRoleWeight)
            return [audience.map { Span($0, .warning) } ?? Span(state.say(.everybody), .textDim)]
        }
    }
}
