import Cells

extension Grid {
    /// Marks a row as the one under the cursor: by its background, and at its ends by signs, for
    /// terminals without colours.
    mutating func select(_ row: Rect, isFocused: Bool, isMarked: Bool = false) {
        let wide = Rect(x: row.x - 1, y: row.y, width: row.width + 2, height: row.height)
        restyle(wide, background: isFocused ? .rowSelected : .rowSelectedUnfocused)
        let style = Style(isFocused ? .accent : .border)
        write(isMarked ? "◆" : "▌", at: Point(wide.x, wide.y), style: style)
        write("▐", at: Point(wide.maxX - 1, wide.y), style: style)
    }

    /// Marks a row as chosen: by its background, and by a sign for terminals without colours.
    mutating func mark(_ row: Rect) {
        restyle(row, background: .rowMarked)
        write("◆", at: Point(row.x - 1, row.y), style: .accent)
    }

    /// What lies behind a dialog: text dims, the focus leaves, and no border grows brighter.
    mutating func recede(_ rect: Rect) {
        restyle(rect, background: .background)
        for y in rect.y..<rect.maxY {
            for x in rect.x..<rect.maxX {
                let tint = self[x, y].style.foreground
                let isLine = tint == .meaning(.border) || tint == .meaning(.borderFocused)
                restyle(
                    Rect(x: x, y: y, width: 1, height: 1),
                    foreground: isLine ? .border : .textDisabled)
            }
        }
    }

    /// A sentence in the middle of an empty pane.
    mutating func say(_ sentence: String, in rect: Rect, style: Style = .dim) {
        let lines = sentence.wrapped(to: max(1, rect.width - 4))
        let top = max(0, min(rect.height / 3, rect.height - lines.count))
        for (index, line) in lines.enumerated() {
            write(line, in: rect, row: top + index, style: style, alignment: .centre)
        }
    }

    /// Says which field has the keys, for terminals without colours too.
    mutating func markField(before column: Int, in row: Rect) {
        write("›", at: Point(row.x + column - 1, row.y), style: .accent)
    }

    /// A text that is being typed, scrolled so that the caret is in sight.
    mutating func write(
        _ field: TextField, in rect: Rect, isFocused: Bool, mask: Character? = nil,
        style: Style = .text
    ) {
        guard !rect.isEmpty else { return }
        func shown(_ text: String) -> String {
            mask.map { String(repeating: $0, count: text.count) } ?? text
        }
        let before = shown(field.beforeCaret)
        let visible = before.suffix(columns: rect.width - 1)
        let after = shown(String(field.text.dropFirst(field.caret)))
        let used = write(String(visible), in: rect, style: style)
        let rest = Rect(x: rect.x + used, y: rect.y, width: rect.width - used, height: 1)
        write(String(after.prefix(columns: rest.width)), in: rest, style: style)
        if isFocused {
            cursor = Point(rest.x, rect.y)
            isCursorSecret = mask != nil
        }
    }
}
