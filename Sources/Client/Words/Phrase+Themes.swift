import Cells

extension Phrase {
    /// The first thing that a theme's file gets wrong, and how much more.
    static func themeProblem(_ problem: ThemeProblem, more: Int) -> Phrase {
        let rest = more > 0 ? " (+\(more))" : ""
        switch problem.reason {
        case .notAnAssignment:
            return Phrase(
                "line \(problem.line)\(rest): not theme[name]=\"colour\"",
                "linha \(problem.line)\(rest): não é theme[nome]=\"cor\"")
        case .notAColour(let value):
            let shown = value.cleanedForScreen.truncated(to: 20)
            return Phrase(
                "line \(problem.line)\(rest): “\(shown)” is not a colour",
                "linha \(problem.line)\(rest): “\(shown)” não é uma cor")
        }
    }
}
