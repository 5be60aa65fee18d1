import Cells

/// Where toasts stand: one above the other at the bottom right, the newest lowest.
///
/// 1. They stand inside the body: the hints and the figures of the status line are never covered.
/// 2. At most four; those that are older, or have no room, are counted.
struct ToastsLayout {
    struct Place {
        let toast: ActivityState.Toast
        let rect: Rect
        let lines: [String]
    }

    private static let most = 4
    private static let mostLines = 3

    let places: [Place]
    let more: Int
    let moreRow: Rect

    init(_ state: AppState) {
        let toasts = state.activity.toasts(at: state.now)
        let body = ScreenLayout(state.size).body
        let width = min(76, body.width - 4)
        // The border under a pane stays in sight, and so does the line of a folded strip.
        var bottom = body.maxY - 1
        if state.tab == .catalog, case .line = CatalogLayout(state).strip { bottom -= 1 }
        let top = body.y + 1
        var height = 0
        var said: [(toast: ActivityState.Toast, lines: [String])] = []
        for toast in toasts.suffix(Self.most).reversed() {
            let all = state.say(toast.entry.text).wrapped(to: max(1, width - 5))
            var lines = Array(all.prefix(Self.mostLines))
            if all.count > lines.count, let last = lines.popLast() {
                lines.append((last + " …").truncated(to: width - 5))
            }
            guard bottom - height - lines.count >= top else { break }
            height += lines.count
            said.append((toast, lines))
        }
        // All of them as wide as the widest, so that they are one thing to look at.
        let columns = (said.flatMap(\.lines).map(\.columns).max() ?? 0) + 5
        var places: [Place] = []
        for (toast, lines) in said {
            bottom -= lines.count
            let rect = Rect(
                x: body.maxX - 2 - columns, y: bottom, width: columns, height: lines.count)
            places.append(Place(toast: toast, rect: rect, lines: lines))
        }
        self.places = places
        more = toasts.count - places.count
        moreRow = Rect(
            x: body.maxX - 12, y: bottom - 1, width: 10, height: bottom > top ? 1 : 0)
    }
}
