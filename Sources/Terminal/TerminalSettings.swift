/// What the environment says of the terminal; the program reads it, nobody here does.
package struct TerminalSettings: Hashable, Sendable {
    package var term: String
    package var colorTerm: String
    package var hasNoColor: Bool
    /// The locale of text, by POSIX's order; empty where nothing is said.
    package var locale: String
    /// Whether the mouse is ours; else it marks text, as in a shell.
    package var hasMouse: Bool
    package var crashLog: CrashLog?

    /// - Parameter environment: of the process.
    package init(
        environment: [String: String], hasMouse: Bool = true, crashLog: CrashLog? = nil
    ) {
        self.crashLog = crashLog
        self.hasMouse = hasMouse
        func value(_ name: String) -> String { environment[name] ?? "" }
        term = value("TERM")
        colorTerm = value("COLORTERM")
        // https://no-color.org: present and not empty.
        hasNoColor = !value("NO_COLOR").isEmpty
        locale = ["LC_ALL", "LC_CTYPE", "LANG"].map(value).first { !$0.isEmpty } ?? ""
    }

    /// Whether the terminal is taken to speak UTF-8 although this system does not have its locale:
    /// nothing was said, as in a bare container, or a UTF-8 locale that is not installed here.
    package var meansUTF8: Bool {
        let name = locale.lowercased()
        return name.isEmpty || name.hasSuffix(".utf-8") || name.hasSuffix(".utf8")
    }

    /// Descriptions to try in this order; those that name the colours directly come first where the
    /// terminal says that it understands them.
    package var descriptions: [String] {
        let claimsDirectColour = ["truecolor", "24bit"].contains(colorTerm.lowercased())
        guard claimsDirectColour, !hasNoColor else { return [term] }
        return directDescriptions + [term]
    }

    /// `ncurses-term` has one for most terminals. All that call themselves xterm-256color understand
    /// the semicolons of vte-direct, not all the colons of xterm-direct; the keys are the same.
    private var directDescriptions: [String] {
        if term.hasSuffix("-direct") { return [] }
        var base = term
        if base.hasSuffix("-256color") { base.removeLast("-256color".count) }
        return switch base {
        case "xterm": ["vte-direct", "xterm-direct"]
        case "xterm-kitty": ["kitty-direct"]
        case "tmux", "screen": ["tmux-direct"]
        default: ["\(base)-direct"]
        }
    }
}
