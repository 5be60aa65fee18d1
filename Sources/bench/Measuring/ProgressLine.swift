import Foundation

/// Long work on one line of standard error: drawn over itself on a terminal, a line each tenth
/// elsewhere.
final class ProgressLine {
    private let title: String
    private let total: Int
    private let isTerminal = isatty(STDERR_FILENO) == 1
    private let watch = Stopwatch()
    private var shownTenth = 0

    init(_ title: String, total: Int) {
        self.title = title
        self.total = max(1, total)
    }

    func show(_ done: Int, _ note: String = "") {
        let tenth = done * 10 / total
        guard isTerminal || tenth > shownTenth else { return }
        shownTenth = tenth
        let left = watch.seconds / Double(max(1, done)) * Double(total - done)
        let line =
            "\(title) \(done)/\(total)  \(done * 100 / total) %  "
            + "\(Int(left)) s left  \(note)"
        Output.error(isTerminal ? "\r\(line)\u{1B}[K" : line + "\n")
    }

    func end() {
        if isTerminal { Output.error("\r\u{1B}[K") }
    }
}
