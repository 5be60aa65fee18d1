import Cells

/// A list to choose one from.
struct PickerView {
    let state: AppState
    let picker: PickerState

    func draw(on grid: inout Grid) {
        let layout = PickerLayout(state, picker)
        let inside = Pane(state.say(picker.title), isFocused: true).draw(on: &grid, in: layout.box)
        if let search = picker.search {
            let line = inside.row(0)
            grid.write("/ ", in: line, style: .accent)
            grid.write(
                search, in: Rect(x: line.x + 2, y: line.y, width: line.width - 2, height: 1),
                isFocused: true, style: Style(.title))
        }
        let window = picker.cursor.window(count: picker.items.count, height: layout.list.height)
        for (row, index) in window.visible.enumerated() {
            let rect = layout.list.row(row)
            draw(picker.items[index], on: &grid, in: rect)
            if index == window.cursor { grid.select(rect, isFocused: true) }
        }
        grid.point(at: .overlay, window, in: layout.list, isFocused: true)
        if picker.items.isEmpty, picker.search != nil, picker.failure == nil {
            grid.say(state.say(.noMembersFound), in: layout.list)
        }
        if picker.isBusy {
            grid.write(state.say(.sending), in: layout.answer, style: .accent)
        } else if let failure = picker.failure {
            grid.write(state.say(failure), in: layout.answer, style: Style(.bad))
        } else if let reason = picker.current?.reason {
            grid.write(state.say(reason), in: layout.answer, style: .dim)
        } else if let note = picker.current?.note {
            let text = state.say(note).truncated(to: layout.answer.width - 2)
            grid.write("! " + text, in: layout.answer, style: Style(.warning))
        }
    }

    private func draw(_ item: PickerState.Item, on grid: inout Grid, in rect: Rect) {
        let style: Style = item.reason == nil ? .text : Style(.textDisabled)
        grid.write(item.label, in: rect, style: style)
        grid.write(item.detail, in: rect, style: .dim, alignment: .right)
    }
}
