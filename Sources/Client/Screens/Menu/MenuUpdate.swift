import Cells

extension AppState {
    /// What the keys do here that are for this place alone; nothing where there are none.
    mutating func openMenu(at point: Point) {
        guard overlays.isEmpty, session != nil, let place = contexts.first else { return }
        let items = keymap[place].map { binding in
            MenuState.Item(
                action: binding.action, key: binding.keys.first?.description ?? "",
                reason: objection(to: binding.action))
        }
        guard !items.isEmpty else { return }
        overlays.append(.menu(MenuState(items: items, point: point)))
    }

    mutating func performInMenu(_ action: Action, _ menu: MenuState) -> [Effect] {
        var menu = menu
        switch action {
        case .dismiss: overlays.removeLast()
        case .activate:
            overlays.removeLast()
            guard menu.items.indices.contains(menu.cursor.index) else { break }
            return perform(menu.items[menu.cursor.index].action)
        default:
            guard let motion = action.motion else { break }
            menu.cursor.move(
                motion, count: menu.items.count, height: MenuLayout(self, menu).list.height)
            overlays[overlays.count - 1] = .menu(menu)
        }
        return []
    }
}
