import Foundation
import Store
import Synchronization

/// Shows on a terminal's standard error how far a move is: one line, drawn again at most ten times
/// a second. Where standard error is no terminal it says nothing.
final class ProgressBar: Sendable {
    private struct State {
        var stage: MovingProgress.Stage?
        var began = ContinuousClock.now
        var drawn: ContinuousClock.Instant?
        var last: ProgressLine?
    }

    private let isShown = isatty(STDERR_FILENO) == 1
    private let hasBlocks = ProgressBar.isUnicode(ProcessInfo.processInfo.environment)
    private let state = Mutex(State())

    func show(_ progress: MovingProgress) {
        guard isShown else { return }
        state.withLock { state in
            let now = ContinuousClock.now
            if progress.stage != state.stage {
                finishLine(&state)
                state.stage = progress.stage
                state.began = now
            }
            let line = ProgressLine(
                title: Self.title(progress.stage), unit: Self.unit(progress.stage),
                done: progress.done, total: progress.total,
                seconds: (now - state.began) / .seconds(1))
            state.last = line
            if let drawn = state.drawn, now - drawn < .milliseconds(100) { return }
            state.drawn = now
            draw(line)
        }
    }

    /// The line as it was last, and the cursor below it. To be called before anything else is said.
    func end() {
        guard isShown else { return }
        state.withLock {
            finishLine(&$0)
            $0.stage = nil
        }
    }

    private func finishLine(_ state: inout State) {
        if let last = state.last {
            draw(last)
            Self.put("\n")
        }
        state.last = nil
        state.drawn = nil
    }

    private func draw(_ line: ProgressLine) {
        // The last column is left free: some terminals go to the next line in it.
        Self.put("\r" + line.text(width: Self.width - 1, blocks: hasBlocks) + "\u{1B}[K")
    }

    private static func put(_ text: String) {
        try? FileHandle.standardError.write(contentsOf: Data(text.utf8))
    }

    private static var width: Int {
        var size = winsize()
        let isKnown = ioctl(STDERR_FILENO, UInt(TIOCGWINSZ), &size) == 0 && size.ws_col > 0
        return isKnown ? Int(size.ws_col) : 80
    }

    /// As the C library decides it: the first of these that is set.
    static func isUnicode(_ environment: [String: String]) -> Bool {
        let locale = ["LC_ALL", "LC_CTYPE", "LANG"].lazy
            .compactMap { environment[$0] }.first { !$0.isEmpty }
        let name = (locale ?? "").lowercased()
        return name.contains("utf-8") || name.contains("utf8")
    }

    private static func title(_ stage: MovingProgress.Stage) -> String {
        switch stage {
        case .exporting: "Exporting"
        case .checking: "Checking"
        case .importing: "Importing"
        case .indexing: "Indexing"
        case .copying: "Copying"
        case .proving: "Proving the copy"
        }
    }

    private static func unit(_ stage: MovingProgress.Stage) -> ProgressLine.Unit {
        switch stage {
        case .exporting, .importing: .rows
        case .checking: .bytes
        case .indexing: .entries
        case .copying, .proving: .pages
        }
    }
}
