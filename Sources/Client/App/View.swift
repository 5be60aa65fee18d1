package import Cells

/// What the screen shows of a state. Colours are named by meaning, so the theme is the painter's.
package func view(_ state: AppState) -> Grid { draw(state, on: Grid(state.size)) }

/// The screen with what its parts are for: drawn by the same views, so that what is pointed at is what
/// is seen. Only made when something is pointed at.
func zonedView(_ state: AppState) -> Grid {
    var grid = Grid(state.size)
    grid.zones = []
    return draw(state, on: grid)
}

private func draw(_ state: AppState, on empty: Grid) -> Grid {
    var grid = empty
    grid.fill(grid.bounds, style: Style(.text, on: .background))
    let layout = ScreenLayout(state.size)
    guard !layout.isTooSmall else {
        TooSmallView(state: state).draw(on: &grid)
        return grid
    }
    if state.session == nil {
        SignInView(state: state).draw(on: &grid, in: layout.body)
    } else {
        HeaderView(state: state).draw(on: &grid, in: layout.header)
        drawTab(of: state, on: &grid)
    }
    if state.overlays.isEmpty { ToastsView(state: state).draw(on: &grid) }
    for (place, overlay) in state.overlays.enumerated() {
        recede(overlay, of: state, on: &grid, layout.body)
        grid.cursor = nil
        // Between what recedes and what is asked: a toast hides no question.
        if place == state.overlays.count - 1 { ToastsView(state: state).draw(on: &grid) }
        grid.zone(grid.bounds, .outside)
        draw(overlay, of: state, on: &grid)
    }
    WhichKeyView(state: state).drawList(on: &grid, in: layout.body)
    StatusLineView(state: state).draw(on: &grid, in: layout.status)
    return grid
}

func drawTab(of state: AppState, on grid: inout Grid) {
    switch state.tab {
    case .catalog: CatalogView(state: state).draw(on: &grid)
    case .transfers: TransfersView(state: state).draw(on: &grid)
    case .ratio: RatioView(state: state).draw(on: &grid)
    case .admin: AdminView(state: state).draw(on: &grid)
    case .activity: ActivityView(state: state).draw(on: &grid)
    }
}

/// What stands beside the list leaves it as it is: one sees there what a choice does.
private func recede(_ overlay: Overlay, of state: AppState, on grid: inout Grid, _ body: Rect) {
    // A menu is about the row beside it.
    if case .menu = overlay { return }
    if case .facets(let facets) = overlay, FacetsLayout(state, facets).isBeside { return }
    if case .columns(let columns) = overlay, ColumnsLayout(state, columns).isBeside { return }
    grid.recede(body)
}

func draw(_ overlay: Overlay, of state: AppState, on grid: inout Grid) {
    switch overlay {
    case .palette(let palette): PaletteView(state: state, palette: palette).draw(on: &grid)
    case .help(let help): HelpView(state: state, help: help).draw(on: &grid)
    case .question(let question): QuestionView(state: state, question: question).draw(on: &grid)
    case .form(let form): FormView(state: state, form: form).draw(on: &grid)
    case .roleForm(let form): RoleFormView(state: state, form: form).draw(on: &grid)
    case .picker(let picker): PickerView(state: state, picker: picker).draw(on: &grid)
    case .facets(let facets): FacetsView(state: state, facets: facets).draw(on: &grid)
    case .account: AccountView(state: state).draw(on: &grid)
    case .keyForm(let form): KeyFormView(state: state, form: form).draw(on: &grid)
    case .once(let once): OnceView(state: state, once: once).draw(on: &grid)
    case .staged(let staged): StagedView(state: state, staged: staged).draw(on: &grid)
    case .notice(let notice): NoticeView(state: state, notice: notice).draw(on: &grid)
    case .member(let card): MemberCardView(state: state, card: card).draw(on: &grid)
    case .columns(let columns): ColumnsView(state: state, columns: columns).draw(on: &grid)
    case .auditEntry(let entry): AuditEntryView(state: state, entry: entry).draw(on: &grid)
    case .menu(let menu): MenuView(state: state, menu: menu).draw(on: &grid)
    }
}
