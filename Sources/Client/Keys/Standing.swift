/// Where one stands: all that keys can change which only move about.
///
/// Two of them are compared around a key, so it is made of what is small, or shared with the state
/// and left alone by such keys: nothing grows with the length of a list.
struct Standing: Equatable {
    private let tab: Tab
    private let overlays: [Overlay]
    private let signIn: SignInState
    private let focus: [Bool]
    private let cursors: [ListCursor]
    private let section: AdminSection
    private let account: AccountSection
    private let columns: ColumnChoices
    private let suggestion: Int?
    /// The list goes on once more of it has come.
    private let awaitedRow: Int?
    private let told: Int
    private let said: AccountState.Said?

    init(_ state: AppState) {
        tab = state.tab
        overlays = state.overlays
        signIn = state.signIn
        let catalog = state.catalog
        focus = [
            catalog.isSearching, catalog.isDetailOpen, catalog.focusesDetail,
            catalog.focusesTransfers, catalog.runsToEnd, state.admin.focusesMenu,
        ]
        let admin = state.admin
        cursors = [
            catalog.cursor, state.transfers.cursor, state.ratio.cursor, state.ratio.board.cursor,
            state.activity.cursor, admin.users.cursor, admin.roles.cursor, admin.approvals.cursor,
            admin.evidence.open.cursor, admin.evidence.closed.cursor, admin.bans.addresses.cursor,
            admin.bans.clients.cursor, admin.invitations.list.cursor, admin.settings.cursor,
            admin.audit.cursor, state.account.cursor, state.account.sessions.cursor,
            state.account.keys.cursor,
        ]
        section = admin.section
        account = state.account.section
        columns = state.columns
        suggestion = catalog.suggestions.cursor
        awaitedRow = catalog.runsTo
        told = state.activity.entries.count
        said = state.account.said
    }
}

extension AppState {
    /// Performs an action; one that only moves about and finds no way to go says so.
    mutating func performOrSay(_ action: Action) -> [Effect] {
        guard let reason = stillness(of: action) else { return perform(action) }
        let before = Standing(self)
        let effects = perform(action)
        settleCursors()
        if effects.isEmpty, Standing(self) == before { remark(reason) }
        return effects
    }

    /// What is said when an action that moves about changes nothing; `nil` for any other action.
    private func stillness(of action: Action) -> Phrase? {
        if let pane = action.pane { return .alreadyHere(title(of: pane)) }
        return switch action {
        case .moveUp, .pageUp, .halfPageUp, .moveFirst, .previousSuggestion: .noRowAbove
        case .moveDown, .pageDown, .halfPageDown, .moveLast, .nextSuggestion: .noRowBelow
        case .rowToTop, .rowToMiddle, .rowToBottom: .windowStays
        case .showTransfer: .alreadyHere(title(of: .transfers))
        case .previousSection: .noSectionBefore
        case .nextSection: .noSectionAfter
        case .nextStop, .previousStop: .noOtherStop
        case .nextChoice, .previousChoice: .noChoice
        case .standardColumns: .standardAlready
        case .endSession, .deleteAPIKey, .deleteNote: .nothingUnderCursor
        case .forgetServer: .nothingToForget
        case .goBack where session == nil:
            .nothingBehind(quit: keymap.binding(of: .quit, in: contexts)?.shown.first ?? "–")
        default: nil
        }
    }
}
