/// A line of a theme file that could not be used; the theme stands without it.
package struct ThemeProblem: Hashable, Sendable {
    package enum Reason: Hashable, Sendable {
        /// Neither a comment nor `theme[name]="value"`.
        case notAnAssignment
        /// Not `#RRGGBB`, `#BW`, `R G B` or empty.
        case notAColour(String)
    }

    /// From 1.
    package let line: Int
    package let reason: Reason

    package init(line: Int, reason: Reason) {
        self.line = line
        self.reason = reason
    }
}
