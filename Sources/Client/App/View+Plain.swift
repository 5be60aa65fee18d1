import API
package import Cells

/// What a listener is told of a state: the one thing that has the keys, what they do, and on the
/// last line what has just happened.
package func plainView(_ state: AppState) -> Grid {
    var grid = Grid(state.size)
    let layout = ScreenLayout(state.size)
    if let overlay = state.overlays.last {
        draw(overlay, of: state, on: &grid)
    } else if state.session == nil {
        SignInView(state: state).draw(on: &grid, in: layout.body)
    } else {
        drawTab(of: state, on: &grid)
    }
    let (first, last) = (layout.header, layout.status)
    for row in [first.y, last.y - 1, last.y] {
        grid.fill(Rect(x: 0, y: row, width: last.width, height: 1))
    }
    let hints = state.hints.map { "\($0.key) \($0.label)" }.joined(separator: ", ")
    grid.write(state.title, in: first)
    grid.write(hints, at: Point(0, last.y - 1), maxWidth: last.width)
    grid.write(state.news, in: last)
    return grid
}

extension AppState {
    /// Which pane, and whose.
    fileprivate var title: String {
        guard let session else { return say(.signInTitle) }
        return "\(say(tab.title)), \(session.me.username), \(session.me.role.name)"
    }

    fileprivate var news: String {
        if let remark { return say(remark) }
        if let newest = activity.toasts(at: now).max(by: { $0.entry.at < $1.entry.at }) {
            return say(newest.entry.text)
        }
        return switch connection {
        case .live, .connecting: ""
        case .closed: say(.notLive)
        case .interrupted: say(.reconnecting(in: 0))
        }
    }
}
