internal import CCurses
internal import Cells

extension Screen {
    static func enterModes() throws(TerminalProblem) {
        try check(raw(), "raw")
        try check(noecho(), "noecho")
        try check(nonl(), "nonl")
        // What cannot be had here is no reason to give up: an old terminal keeps its cursor.
        _ = curs_set(0)
        _ = leaveok(enxame_stdscr(), false)
        _ = scrollok(enxame_stdscr(), false)
    }

    /// What was typed before there was a screen was meant for nothing that is on it.
    static func dropTyped() { _ = tcflush(STDIN_FILENO, TCIFLUSH) }

    static func startColours(_ settings: TerminalSettings) -> ColourDepth {
        guard !settings.hasNoColor, has_colors(), start_color() != ERR,
            use_default_colors() != ERR
        else { return .mono }
        return ColourDepth(colours: Int(enxame_colours()))
    }

    /// Past ncurses, which knows nothing of these modes.
    static func send(_ bytes: String) {
        let bytes = Array(bytes.utf8)
        _ = write(STDOUT_FILENO, bytes, bytes.count)
    }

    static func milliseconds(_ timeout: Duration?) -> Int32 {
        guard let timeout else { return -1 }
        guard timeout > .zero else { return 0 }
        let (seconds, attoseconds) = timeout.components
        guard seconds < 86_400 else { return 86_400_000 }
        // Rounded up: waking a moment too early would only mean waiting again.
        let rest = (attoseconds + 999_999_999_999_999) / 1_000_000_000_000_000
        return Int32(seconds * 1000 + rest)
    }
}

/// The one gate from ncurses' status to an error.
func check(_ status: Int32, _ call: String) throws(TerminalProblem) {
    guard status != ERR else { throw .refused(call: call) }
}
