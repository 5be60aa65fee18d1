import Cells

extension AppState {
    /// How many rows the wheel turns at once.
    private static let wheelRows = 3

    mutating func pointed(_ event: MouseEvent, at time: Int64) -> [Effect] {
        switch event.act {
        case .press(.left): return pressed(at: event.point, time)
        case .press(.right): return pressedRight(at: event.point)
        case .drag(.left):
            if let list = pointer.draggedBar { dragBar(of: list, to: event.point) }
            if let edge = pointer.draggedColumn { drag(edge, to: event.point) }
            return []
        case .release:
            pointer.draggedBar = nil
            pointer.draggedColumn = nil
            return columnsLetGo()
        case .wheel(.up): return turned(-1, at: event.point)
        case .wheel(.down): return turned(1, at: event.point)
        case .press, .drag, .move, .wheel: return []
        }
    }

    /// - Parameter time: milliseconds of a clock that nobody sets.
    private mutating func pressed(at point: Point, _ time: Int64) -> [Effect] {
        let isDouble = pointer.press(at: point, time)
        pointer.draggedBar = nil
        // The border may be dragged from here, and the row is chosen all the same.
        pointer.draggedColumn =
            overlays.isEmpty && session != nil
            ? columnEdges.first { $0.rect.contains(point) } : nil
        pointer.columnsBefore = pointer.draggedColumn.map { columns[$0.table] }
        guard let zone = zonedView(self).zone(at: point) else { return [] }
        switch zone.target {
        case .rows(let list, let window):
            guard let row = row(at: point, of: zone, window), let place = ListPlace(rawValue: list)
            else { return [] }
            if isDouble { return perform(by: .enter) }
            return choose(row, of: place)
        case .bar(let list, _):
            pointer.draggedBar = list
            dragBar(of: list, to: point)
            return []
        case .stop(let stop): return choose(stop: stop, isDouble: isDouble)
        case .key(let key):
            // The second click of two was not meant for a question that the first one opened.
            return isDouble && asks ? [] : perform(by: key)
        case .tab(let number): return choose(tab: number)
        case .outside: return leaveOverlay()
        case .surface: return []
        }
    }

    /// Whether something waits for a yes that can lose something.
    private var asks: Bool {
        switch overlays.last {
        case .question, .staged: true
        default: false
        }
    }

    private mutating func pressedRight(at point: Point) -> [Effect] {
        if case .menu = overlays.last { return leaveOverlay() }
        guard let zone = zonedView(self).zone(at: point),
            case .rows(let list, let window) = zone.target,
            let row = row(at: point, of: zone, window), let place = ListPlace(rawValue: list),
            overlays.isEmpty
        else { return [] }
        let effects = choose(row, of: place)
        openMenu(at: point)
        return effects
    }

    private func row(at point: Point, of zone: Zone, _ window: ListWindow) -> Int? {
        let row = window.first + point.y - zone.rect.y
        return window.visible.contains(row) ? row : nil
    }

    /// What the key does here, also while a field has the letters.
    private mutating func perform(by key: Key) -> [Effect] {
        guard let action = keymap.action(for: key, in: contexts) else { return [] }
        return perform(action)
    }

    /// What it is in the end is remembered when it is let go of.
    private mutating func drag(_ edge: ColumnEdge, to point: Point) {
        _ = columnSized(edge.table, edge.column, to: edge.width + point.x - edge.rect.x)
    }

    private mutating func columnsLetGo() -> [Effect] {
        guard let before = pointer.columnsBefore, columns[before.table] != before else { return [] }
        pointer.columnsBefore = nil
        rememberColumns(before)
        return [.rememberColumns(columns)]
    }

    private mutating func dragBar(of list: Int, to point: Point) {
        let bar = zonedView(self).zones?.last { zone in
            if case .bar(list, _) = zone.target { true } else { false }
        }
        guard let bar, case .bar(_, let window) = bar.target, let place = ListPlace(rawValue: list)
        else { return }
        let first = ScrollBar(window).first(at: point.y - bar.rect.y, of: bar.rect.height)
        changeCursor(of: place) { $0.scroll(to: first, of: window) }
    }

    /// Lists are scrolled; what has no rows of its own is moved as by the keys.
    private mutating func turned(_ direction: Int, at point: Point) -> [Effect] {
        guard let zone = zonedView(self).zone(at: point) else { return [] }
        switch zone.target {
        case .rows(ListPlace.sections.rawValue, _): return stepSection(direction)
        case .rows(let list, let window), .bar(let list, let window):
            guard let place = ListPlace(rawValue: list) else { return [] }
            changeCursor(of: place) {
                $0.scroll(to: window.first + direction * Self.wheelRows, of: window)
            }
            return []
        case .outside, .tab: return []
        case .stop, .key, .surface:
            guard !overlays.isEmpty, !isTyping else { return [] }
            return (0..<Self.wheelRows).flatMap { _ in
                perform(direction < 0 ? .moveUp : .moveDown)
            }
        }
    }

    /// Only what loses nothing goes by a click beside it.
    private mutating func leaveOverlay() -> [Effect] {
        switch overlays.last {
        case .menu, .palette, .help, .picker, .facets, .auditEntry, .member, .columns:
            perform(.dismiss)
        default: []
        }
    }
}
