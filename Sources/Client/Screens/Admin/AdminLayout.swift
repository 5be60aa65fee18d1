import Cells

/// Where the console's menu, its section and the detail stand.
///
/// The menu is a column from 110 columns on, and a line at the top below that.
struct AdminLayout {
    let menu: Rect
    let isMenuColumn: Bool
    let main: Rect
    let detail: Rect?
    /// The rows of the section's list, inside `main`.
    let list: Rect

    /// The number of the pane stands with the menu, or with the section where the menu has no border.
    var number: Int? { isMenuColumn ? nil : Tab.admin.rawValue }

    init(_ state: AppState) {
        let size = state.size
        let body = ScreenLayout(size).body
        isMenuColumn = size.width >= 110
        let rest: Rect
        if isMenuColumn {
            (menu, rest) = body.splitLeft(20)
        } else {
            (menu, rest) = body.splitTop(1)
        }
        let isHalf = state.paneSize == .half
        switch state.admin.section {
        case _ where state.paneSize == .full: (main, detail) = (rest, nil)
        case .roles where size.width >= 70:
            let side = isHalf ? 44 : isMenuColumn ? rest.width * 6 / 11 : 44
            let parts = rest.splitRight(side)
            (main, detail) = (parts.rest, parts.right)
        case .users where isMenuColumn && size.width >= 130,
            .approvals where isMenuColumn, .evidence where isMenuColumn && size.width >= 150:
            let parts = rest.splitRight(min(76, rest.width * (isHalf ? 1 : 2) / 5))
            (main, detail) = (parts.rest, parts.right)
        case .approvals where size.height >= 24, .evidence where size.height >= 24:
            let parts = rest.splitBottom(isHalf ? 7 : 10)
            (main, detail) = (parts.rest, parts.bottom)
        case .audit where size.height >= 18, .bans where size.height >= 18,
            .invitations where size.height >= 18:
            let parts = rest.splitBottom(isHalf ? 5 : 6)
            (main, detail) = (parts.rest, parts.bottom)
        case .users, .roles, .approvals, .evidence, .bans, .invitations, .settings, .audit:
            (main, detail) = (rest, nil)
        }
        let inside = main.inset(horizontal: 2, vertical: 1)
        switch state.admin.section {
        // A search, a space, the titles.
        case .users: list = inside.rows(from: 3)
        // A search or two tabs, the titles.
        case .audit, .bans, .evidence: list = inside.rows(from: 2)
        case .roles, .approvals, .invitations: list = inside.rows(from: 1)
        case .settings: list = inside.rows(from: 1)
        }
    }
}
