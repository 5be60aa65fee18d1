import API
import Cells
import Domain

/// The invitations, newest first, and the one under the cursor.
struct InvitationsView {
    let state: AppState

    private var list: PagedList<InvitationBody> { state.admin.invitations.list }
    private var isFocused: Bool { !state.admin.focusesMenu }

    func draw(_ layout: AdminLayout, on grid: inout Grid) {
        let window = list.window(height: layout.list.height)
        let inside = Pane(
            state.say(AdminSection.invitations.title), number: layout.number, right: registration,
            footer: state.markedWords(in: .invitations), isFocused: isFocused
        ).draw(on: &grid, in: layout.main)
        let table = TableLayout(
            [
                TableColumn(state.say(.forNewcomer), .flexible(minimum: 14)),
                TableColumn(state.say(.invitationState), .fixed(9)),
                TableColumn(state.say(.untilWhen), .fixed(11), priority: 2),
                TableColumn(state.say(.uploader), .fixed(12), priority: 3),
                TableColumn(state.say(.usedBy), .fixed(12), priority: 1),
            ], width: inside.width)
        if !list.items.isEmpty { table.drawTitles(on: &grid, in: inside.row(0)) }
        for (row, index) in window.visible.enumerated() {
            let rect = layout.list.row(row)
            table.drawRow(cells(list.items[index]), on: &grid, in: rect)
            let isMarked = state.admin.invitations.marks.contains(list.items[index].id, row: index)
            if isMarked { grid.mark(rect) }
            if index == window.cursor {
                grid.select(rect, isFocused: isFocused, isMarked: isMarked)
            }
        }
        grid.point(at: .main, window, in: layout.list, isFocused: isFocused)
        if list.items.isEmpty {
            let empty =
                state.objection(to: .newInvitation).map { Phrase.nobodyIsInvited($0) }
                ?? .noInvitations
            let words: Phrase = list.failure?.phrase ?? (list.hasAnswer ? empty : .loading)
            grid.say(state.say(words), in: layout.list)
        }
        if let detail = layout.detail { drawDetail(on: &grid, in: detail) }
    }

    /// Whether newcomers need one of these at all.
    private var registration: String {
        guard let settings = state.session?.settings else { return "" }
        let name = state.say(SettingsState.Row.registration.title).lowercased()
        return "\(name) \(state.say(settings.registration.phrase))"
    }

    private func cells(_ invitation: InvitationBody) -> [[Span]] {
        let isOpen = invitation.state == .open
        let end = state.figures.day(invitation.expiresAt, now: state.now.timestamp)
        return [
            [invitation.note.map { Span($0) } ?? Span("–", .textDim)],
            [Span(state.say(invitation.state.phrase), isOpen ? .good : .textDim)],
            [Span(isOpen ? end : "", .textDim)],
            [Span(invitation.invitedBy.username, .textDim)],
            [Span(invitation.usedBy?.username ?? "")],
        ]
    }

    private func drawDetail(on grid: inout Grid, in rect: Rect) {
        guard let invitation = list.current else {
            Pane(state.say(.detail)).draw(on: &grid, in: rect)
            return
        }
        let figures = state.figures
        let now = state.now.timestamp
        let inside = Pane(invitation.note ?? state.say(.detail)).draw(on: &grid, in: rect)
        var rows: [[Span]] = [
            [
                Span(state.say(.by) + " ", .textDim), Span(invitation.invitedBy.username),
                Span(", \(figures.momentInFull(invitation.createdAt, now: now))", .textDim),
            ],
            [
                Span(state.say(invitation.state.phrase), .title),
                Span(
                    ", \(state.say(.until(figures.momentInFull(invitation.expiresAt, now: now))))",
                    .textDim),
            ],
        ]
        if let guest = invitation.usedBy {
            let when = invitation.usedAt.map { ", \(figures.momentInFull($0, now: now))" } ?? ""
            rows.append([
                Span(state.say(.usedBy).lowercased() + " ", .textDim), Span(guest.username),
                Span(when, .textDim),
            ])
        }
        if invitation.state == .open, let code = state.admin.invitations.codes[invitation.id] {
            rows.append([
                Span(state.say(.inviteCode).lowercased() + " ", .textDim),
                Span(code, .accent, .bold),
            ])
        }
        for (index, row) in rows.enumerated() { grid.write(row, in: inside, row: index) }
    }
}
