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
}

extension ThemeProblem: CustomStringConvertible {
    package var description: String {
        switch reason {
        case .notAnAssignment:
            "line \(line): expected theme[name]=\"colour\""
        case .notAColour(let value):
            "line \(line): “\(value.cleanedForScreen.truncated(to: 40))” is not a colour; "
                + "write #RRGGBB, #BW, or three numbers from 0 to 255"
        }
    }
}
