import API
import Cells

/// The profile of a member and what the staff wrote down about them.
struct MemberCardView {
    let state: AppState
    let card: MemberCardState

    func draw(on grid: inout Grid) {
        let layout = MemberCardLayout(state)
        Pane(card.username, isFocused: true).draw(on: &grid, in: layout.box)
        let rows = MemberFacts(state: state, member: state.cardMember)
            .rows(width: layout.facts.width)
        for (index, row) in rows.enumerated() { grid.write(row, in: layout.facts, row: index) }
        let notes = state.admin.users.file?.notes ?? PagedList()
        grid.write(
            [
                Span(state.say(.notes) + " ", .title, .bold),
                Span(notes.count(state.figures), .textDim),
            ], in: layout.heading)
        MemberNotesView(state: state, notes: notes, cursor: card.cursor)
            .draw(on: &grid, in: layout.list)
        if let failure = card.failure {
            grid.write(state.say(failure), in: layout.answer, style: Style(.bad))
        }
    }
}
