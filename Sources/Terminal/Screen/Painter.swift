internal import CCurses
internal import Cells

/// Brings ncurses' window to a grid, cell by changed cell.
///
/// 1. An unchanged grid writes nothing, not even to ncurses.
/// 2. `painted` is what the terminal shows, or `nil` when that is not known.
struct Painter {
    private let depth: ColourDepth
    private let isUTF8: Bool
    private var pairs: PairTable
    private var looks: [Style: (attributes: attr_t, pair: Int32)] = [:]
    private var painted: Grid?
    private var theme: Theme?

    init(depth: ColourDepth, isUTF8: Bool, pairs: Int) {
        self.depth = depth
        self.isUTF8 = isUTF8
        self.pairs = PairTable(capacity: depth == .mono ? 0 : pairs)
    }

    mutating func forget() { painted = nil }

    mutating func paint(_ grid: Grid, theme: Theme) throws(TerminalProblem) {
        if theme != self.theme {
            self.theme = theme
            looks = [:]
            painted = nil
        }
        guard grid != painted else { return }
        try put(grid, theme: theme)
        if pairs.isFull {
            // Pairs of pictures long gone: start over with those that are on the screen now.
            pairs.empty()
            looks = [:]
            painted = nil
            try put(grid, theme: theme)
        }
        try placeCursor(of: grid)
        try check(doupdate(), "doupdate")
        painted = grid
    }

    private mutating func put(_ grid: Grid, theme: Theme) throws(TerminalProblem) {
        let window = enxame_stdscr()
        let before = painted.flatMap { $0.size == grid.size ? $0 : nil }
        if before == nil {
            try check(werase(window), "werase")
            try check(clearok(enxame_curscr(), true), "clearok")
        }
        let shown = isUTF8 ? grid : grid.inASCII()
        let known = isUTF8 ? before : before?.inASCII()
        // The terminal's own size: it may have shrunk since the grid was drawn.
        let height = min(shown.height, Int(getmaxy(window)))
        let width = min(shown.width, Int(getmaxx(window)))
        for y in 0..<height {
            for x in 0..<width {
                let cell = shown[x, y]
                if cell.isContinuation || known?[x, y] == cell { continue }
                guard x + Int(cell.width) <= width else { continue }
                put(cell, x: x, y: y, theme: theme)
            }
        }
        try check(wnoutrefresh(window), "wnoutrefresh")
    }

    private mutating func put(_ cell: Cell, x: Int, y: Int, theme: Theme) {
        let (attributes, pair) = look(cell.style, theme: theme)
        let window = enxame_stdscr()
        var text = cell.text.unicodeScalars.map { wchar_t(bitPattern: $0.value) } + [0]
        let known = cell.text.unicodeScalars.first.map(LibraryWidth.columns)
        if known == Int(cell.width),
            enxame_put(window, Int32(y), Int32(x), &text, attributes, pair) != ERR
        {
            return
        }
        for column in 0..<Int(cell.width) {
            var unknown: [wchar_t] = [0x3F, 0]
            _ = enxame_put(window, Int32(y), Int32(x + column), &unknown, attributes, pair)
        }
    }

    private mutating func look(_ style: Style, theme: Theme) -> (attributes: attr_t, pair: Int32) {
        if let known = looks[style] { return known }
        let look = Look(style, theme: theme, depth: depth)
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
