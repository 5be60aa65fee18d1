import API
import Cells

/// The staff's notes on a member: a line each, the one under the cursor in full.
struct MemberNotesView {
    let state: AppState
    let notes: PagedList<NoteBody>
    /// `nil` beside the list of members, where the notes have no cursor.
    let cursor: ListCursor?

    func draw(on grid: inout Grid, in rect: Rect) {
        guard !rect.isEmpty else { return }
        if let objection = state.cardMember.flatMap({ state.objection(toManaging: $0) }) {
            grid.write(objection.said(in: state.language), in: rect, style: .dim)
            return
        }
        guard !notes.items.isEmpty else {
            let words: Phrase =
                notes.failure?.phrase ?? (notes.hasAnswer ? .noNotes : .loading)
            grid.write(state.say(words), in: rect, style: .dim)
            return
        }
        guard let cursor else {
            for (row, note) in notes.items.prefix(rect.height).enumerated() {
                grid.write(line(note), in: rect.row(row))
            }
            return
        }
        drawWithCursor(cursor, on: &grid, in: rect)
    }

    private func drawWithCursor(_ cursor: ListCursor, on grid: inout Grid, in rect: Rect) {
        let chosen = min(max(0, cursor.index), notes.items.count - 1)
        // The rest of the note under the cursor; others give up their lines for it.
        let text = notes.items[chosen].text.wrapped(to: max(1, rect.width - 2))
        let open = text.count > 1 || headColumns(notes.items[chosen]) > rect.width ? text : []
        let full = Array(open.prefix(max(0, rect.height - 1)))
        let room = max(1, rect.height - full.count)
        let window = ListCursor(index: chosen).window(count: notes.items.count, height: room)
        var row = 0
        for index in window.visible {
            let line = rect.row(row)
            let isOpen = index == chosen && !full.isEmpty
            grid.write(isOpen ? head(notes.items[index]) : self.line(notes.items[index]), in: line)
            if index == chosen { grid.select(line, isFocused: true) }
            row += 1
            guard isOpen else { continue }
            for (index, text) in full.enumerated() {
                let isCut = index == full.count - 1 && full.count < open.count
                grid.write("  " + text + (isCut ? "…" : ""), in: rect.row(row))
                row += 1
            }
        }
    }

    private func headColumns(_ note: NoteBody) -> Int { line(note).columns }

    private func head(_ note: NoteBody) -> [Span] {
        [
            Span(state.figures.moment(note.madeAt, now: state.now.timestamp), .textDim),
            Span("  \(note.author)", .accent),
        ]
    }

    private func line(_ note: NoteBody) -> [Span] {
        let text = note.text.split(whereSeparator: \.isNewline).joined(separator: " ")
        return head(note) + [Span("  " + text)]
    }
}
