import Cells

extension AppState {
    mutating func performInOnce(_ action: Action, _ once: OnceState) -> [Effect] {
        var once = once
        switch action {
        case .confirm:
            overlays.removeLast()
            if once.purpose == .authenticator {
                overlays.append(.form(.firstCode(of: once.items.first?.text ?? "")))
            }
            return []
        case .copyShown:
            once.isCopied = true
            overlays[overlays.count - 1] = .once(once)
            return [.copy(once.copyable)]
        default:
            guard let motion = motion(of: action) else { return [] }
            let layout = OnceLayout(self, once)
            var cursor = ListCursor(index: once.scroll)
            cursor.move(motion, count: layout.lastScroll + 1, height: layout.text.height)
            once.scroll = cursor.index
            overlays[overlays.count - 1] = .once(once)
            return []
        }
    }
}
