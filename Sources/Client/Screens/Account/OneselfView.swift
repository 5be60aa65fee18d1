import API
import Cells
import Domain

/// Who one is, what can be done about it, and what one may do, in words.
struct OneselfView {
    let state: AppState
    let isFocused: Bool

    func draw(_ layout: AccountLayout, on grid: inout Grid) {
        guard let session = state.session else { return }
        grid.write(identity(session), in: layout.identity)
        let lines = AccountLayout.urlLines(state, width: layout.url.width)
        for (row, line) in lines.enumerated() {
            grid.write(line, in: layout.url, row: row, style: Style(.accent, .bold))
        }
        let rows = state.accountRows
        let window = state.account.cursor.window(count: rows.count, height: layout.list.height)
        for (row, index) in window.visible.enumerated() {
            let rect = layout.list.row(row)
            draw(
                rows[index], session.me, isFirst: index == window.visible.lowerBound, on: &grid,
                in: rect)
            if index == window.cursor { grid.select(rect, isFocused: isFocused) }
        }
    }

    private func identity(_ session: Session) -> [Span] {
        [
            Span(session.me.username, .title, .bold), Span("  "),
            RoleBadge(session.me.role.name, session.me.role.weight).span,
            Span("  " + state.say(.weighs(session.me.role.weight.value)), .textDim),
            Span("  ·  " + session.server.name, .textDim),
        ]
    }

    private func draw(
        _ row: AccountRow, _ me: MeReply, isFirst: Bool, on grid: inout Grid, in rect: Rect
    ) {
        // What one may do is one list under one label, which stays in sight.
        let isLabelled =
            switch row {
            case .permission(let permission):
                isFirst || permission == state.accountRows.lazy.compactMap(\.permission).first
            default: true
            }
        if isLabelled {
            grid.write(
                state.say(row.label).fitted(to: AccountLayout.labelWidth - 1), in: rect,
                style: .dim)
        }
        let width = AccountLayout.labelWidth
        let area = Rect(
            x: rect.x + width, y: rect.y, width: max(0, rect.width - width), height: rect.height)
        grid.write(value(of: row, me).truncated(to: area.width), in: area)
    }

    private func value(of row: AccountRow, _ me: MeReply) -> [Span] {
        switch row {
        case .announceURL:
            if me.announceURL.isEmpty { return [Span(state.say(.noAnnounceURL), .textDim)] }
            return state.account.showsURL
                ? [Span(state.say(.shownAbove), .textDim)]
                : [Span("••••••••  "), Span(state.say(.urlIsSecret), .textDim)]
        case .passkey: return [Span(state.say(.passkeyWhat), .textDim)]
        case .password: return [Span(state.say(.passwordWhat), .textDim)]
        case .secondFactor:
            return me.secondFactor
                ? [
                    Span(state.say(.secondFactorOnWord), .good),
                    Span("  " + state.say(.secondFactorOnMeans), .textDim),
                ]
                : [
                    Span(state.say(.secondFactorOffWord), .warning),
                    Span("  " + state.say(.passwordAlone), .textDim),
                ]
        case .signOut: return [Span(state.say(.signOutWhat), .textDim)]
        case .permission(let permission):
            return [Span("✓ ", .good), Span(state.say(permission.phrase))]
        case .noPermission: return [Span(state.say(.nothingAtAll), .textDim)]
        }
    }
}

extension AccountRow {
    fileprivate var permission: Permission? {
        if case .permission(let permission) = self { permission } else { nil }
    }
}
