import API
import Cells

/// Where the account stands: its pages as a line, and the open one below.
struct AccountLayout {
    static let labelWidth = 16

    let box: Rect
    let menu: Rect
    let identity: Rect
    /// The announce URL in full, once it was asked for.
    let url: Rect
    /// The titles of a table.
    let titles: Rect
    let list: Rect
    /// What came of the last act, or what else there is about the row.
    let answer: Rect

    init(_ state: AppState) {
        let body = ScreenLayout(state.size).body
        box = body.dialog(width: min(92, body.width), height: min(26, body.height))
        let inside = box.inset(horizontal: 2, vertical: 1)
        let gap = Share.cells(inside.height < 14 ? 0 : 1)
        let isSelf = state.account.section == .oneself
        let lines = isSelf ? AccountLayout.urlLines(state, width: inside.width).count : 0
        let parts = inside.rows([
            .cells(1), gap, .cells(isSelf ? 1 : 0), .cells(lines), isSelf ? gap : .cells(0),
            .cells(isSelf ? 0 : 1), .part(1), gap, .cells(1),
        ])
        (menu, identity, url) = (parts[0], parts[2], parts[3])
        (titles, list, answer) = (parts[5], parts[6], parts[8])
    }

    /// Broken wherever a line ends: it has no words.
    static func urlLines(_ state: AppState, width: Int) -> [String] {
        guard state.account.showsURL, let url = state.session?.me.announceURL else { return [] }
        return url.wrapped(to: max(1, width))
    }
}
