import Cells

/// Where the profile and the notes stand; the notes have what the profile leaves.
struct MemberCardLayout {
    let box: Rect
    let facts: Rect
    let heading: Rect
    let list: Rect
    let answer: Rect

    init(_ state: AppState) {
        let body = ScreenLayout(state.size).body
        box = body.dialog(width: min(84, body.width - 4), height: min(24, body.height))
        let inside = box.inset(horizontal: 2, vertical: 1)
        let rows = MemberFacts(state: state, member: state.cardMember).rows(width: inside.width)
        facts = inside.rows(from: 0, count: min(rows.count, max(0, inside.height - 4)))
        let rest = inside.rows(from: facts.height + (inside.height >= 12 ? 1 : 0))
        heading = rest.row(0)
        list = rest.rows(from: 1, count: max(0, rest.height - 2))
        answer = rest.rows(from: rest.height - 1)
    }
}
