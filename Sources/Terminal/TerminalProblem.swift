/// Why there is no screen.
package enum TerminalProblem: Error, Hashable, Sendable {
    /// Standard input or output is a file or a pipe.
    case notATerminal
    /// `TERM` names nothing in the system's terminal descriptions.
    case unknownTerminal(String)
    /// The terminal cannot place its cursor, as `TERM=dumb`.
    case cannotPlaceCursor(String)
    /// A call to ncurses failed.
    case refused(call: String)
}

extension TerminalProblem: CustomStringConvertible {
    /// One line that says where to go instead; in English, as the log has it.
    package var description: String {
        switch self {
        case .notATerminal:
            "the full screen needs a terminal; enxame --plain writes lines instead, and for scripts "
                + "there is the command line: enxame --help"
        case .unknownTerminal(let name):
            "the terminal “\(name)” is unknown here; set TERM (xterm-256color fits most), "
                + "or let enxame --plain write lines; the command line: enxame --help"
        case .cannotPlaceCursor(let name):
            "the terminal “\(name)” cannot show a full screen; enxame --plain writes lines instead, "
                + "and for scripts there is the command line: enxame --help"
        case .refused(let call):
            "the terminal stopped answering (\(call))"
        }
    }
}
