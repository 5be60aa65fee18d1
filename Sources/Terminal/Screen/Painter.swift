internal import CCurses
internal import Cells

/// Brings ncurses' window to a grid, cell by changed cell.
///
/// 1. An unchanged grid writes nothing, not even to ncurses.
/// 2. `painted` is what the terminal shows, or `nil` when that is not known: then it is cleared first.
/// 3. Another theme paints every cell over the one that is there, so that nothing flashes.
struct Painter {
    private static let unknown: [wchar_t] = [0x3F, 0]

    private let depth: ColourDepth
    private let isUTF8: Bool
    private var pairs: PairTable
    private var looks: [Style: (attributes: attr_t, pair: Int32)] = [:]
    private var latest: (style: Style, look: (attributes: attr_t, pair: Int32))?
    private var painted: Grid?
    /// `painted` stands there, in the colours of another theme.
    private var isOtherTheme = false
    /// What the terminal said of itself.
    private var findings = TerminalProbe.Findings()
    /// Of the cell at hand, with a zero behind them; kept so that no cell allocates.
    private var characters: [wchar_t] = []
    private var theme: Theme?

    init(depth: ColourDepth, isUTF8: Bool, pairs: Int) {
        self.depth = depth
        self.isUTF8 = isUTF8
        self.pairs = PairTable(capacity: depth == .mono ? 0 : pairs)
    }

    mutating func forget() { painted = nil }

    /// Paints from now on as this terminal needs it.
    mutating func learn(_ findings: TerminalProbe.Findings) {
        // Where widths are other ones, nobody knows where what was painted has come to stand.
        if findings.widths != self.findings.widths { painted = nil }
        if findings.ground != self.findings.ground { forgetLooks() }
        self.findings = findings
    }

    private mutating func forgetLooks() {
        looks = [:]
        latest = nil
        isOtherTheme = true
    }

    mutating func paint(_ grid: Grid, theme: Theme) throws(TerminalProblem) {
        if theme != self.theme {
            self.theme = theme
            forgetLooks()
        }
        let shown = isUTF8 ? grid : grid.inASCII()
        var hasChanged = try put(shown, theme: theme)
        if pairs.isFull {
            // Pairs of pictures long gone: start over with those that are on the screen now.
            pairs.empty()
            looks = [:]
            latest = nil
            painted = nil
            hasChanged = try put(shown, theme: theme)
        }
        isOtherTheme = false
        guard hasChanged || shown.cursor != painted?.cursor else { return }
        if hasChanged { try check(wnoutrefresh(enxame_stdscr()), "wnoutrefresh") }
        try placeCursor(of: shown)
        try check(doupdate(), "doupdate")
        painted = shown
    }

    /// - Returns: whether anything is another than what was painted.
    private mutating func put(_ shown: Grid, theme: Theme) throws(TerminalProblem) -> Bool {
        let window = enxame_stdscr()
        let before = painted.flatMap { $0.size == shown.size ? $0 : nil }
        if before == nil {
            try check(werase(window), "werase")
            try check(clearok(enxame_curscr(), true), "clearok")
        }
        // The terminal's own size: it may have shrunk since the grid was drawn.
        let height = min(shown.height, Int(getmaxy(window)))
        let width = min(shown.width, Int(getmaxx(window)))
        var hasChanged = before == nil
        for y in 0..<height {
            let row = shown.row(y)
            let known = isOtherTheme ? nil : before?.row(y)
            if row == known { continue }
            hasChanged = true
            for x in 0..<width {
                let index = row.startIndex + x
                if row[index].isContinuation || known?[index] == row[index] { continue }
                guard x + Int(row[index].width) <= width else { continue }
                put(row[index], x: x, y: y, theme: theme)
            }
        }
        return hasChanged
    }

    private mutating func put(_ cell: Cell, x: Int, y: Int, theme: Theme) {
        let (attributes, pair) = look(cell.style, theme: theme)
        let window = enxame_stdscr()
        if !findings.widths.isStandard, let text = findings.widths.replacement(for: cell) {
            put(text, of: cell, x: x, y: y, attributes, pair)
            return
        }
        let scalars = cell.text.unicodeScalars
        let known = scalars.first.map(LibraryWidth.columns)
        characters.removeAll(keepingCapacity: true)
        for scalar in scalars { characters.append(wchar_t(bitPattern: scalar.value)) }
        characters.append(0)
        if known == Int(cell.width),
            enxame_put(window, Int32(y), Int32(x), characters, attributes, pair) != ERR
        {
            return
        }
        for column in 0..<Int(cell.width) {
            _ = enxame_put(window, Int32(y), Int32(x + column), Self.unknown, attributes, pair)
        }
    }

    /// In place of the cell, a character of one column for each of its own.
    private func put(
        _ text: String, of cell: Cell, x: Int, y: Int, _ attributes: attr_t, _ pair: Int32
    ) {
        for (column, scalar) in text.unicodeScalars.prefix(Int(cell.width)).enumerated() {
            _ = enxame_put(
                enxame_stdscr(), Int32(y), Int32(x + column),
                [wchar_t(bitPattern: scalar.value), 0], attributes, pair)
        }
    }

    private mutating func look(_ style: Style, theme: Theme) -> (attributes: attr_t, pair: Int32) {
        // Neighbours look alike: most cells need no table.
        if let latest, latest.style == style { return latest.look }
        let look = known(style, theme: theme)
        latest = (style, look)
        return look
    }

    private mutating func known(_ style: Style, theme: Theme) -> (attributes: attr_t, pair: Int32) {
        if let known = looks[style] { return known }
        let look = Look(style, theme: theme, depth: depth, ground: findings.ground)
        let new = (Painter.attributes(look.traits), pairs.pair(for: look))
        looks[style] = new
        return new
    }

    private func placeCursor(of grid: Grid) throws(TerminalProblem) {
        guard let cursor = grid.cursor, grid.bounds.contains(cursor) else {
            _ = curs_set(0)
            return
        }
        // Before the update: ncurses leaves the cursor where the window has it.
        guard wmove(enxame_stdscr(), Int32(cursor.y), Int32(cursor.x)) != ERR else { return }
        _ = curs_set(1)
        try check(wnoutrefresh(enxame_stdscr()), "wnoutrefresh")
    }

    private static func attributes(_ traits: Traits) -> attr_t {
        var attributes: attr_t = 0
        if traits.contains(.bold) { attributes |= enxame_bold() }
        if traits.contains(.dim) { attributes |= enxame_dim() }
        if traits.contains(.italic) { attributes |= enxame_italic() }
        if traits.contains(.underline) { attributes |= enxame_underline() }
        if traits.contains(.reverse) { attributes |= enxame_reverse() }
        return attributes
    }
}
