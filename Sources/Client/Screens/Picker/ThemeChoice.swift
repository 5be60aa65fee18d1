package import Cells

/// A theme that there is, by name, and what its file gets wrong.
package struct ThemeChoice: Hashable, Sendable {
    package let name: String
    /// The theme stands without these lines.
    package let problems: [ThemeProblem]

    package init(_ name: String, problems: [ThemeProblem] = []) {
        self.name = name
        self.problems = problems
    }
}
