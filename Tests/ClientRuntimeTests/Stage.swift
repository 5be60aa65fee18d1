import Cells
import ClientRuntime
import Dispatch
import Synchronization

/// What a test's screen will report, what it has shown, and the time it lives in.
///
/// Waiting with a time-out lets exactly that time pass; nothing sleeps.
final class Stage: Sendable {
    struct Shown: Sendable {
        let text: String
        let at: Duration
    }

    struct Step: Sendable {
        var after: Duration = .zero
        var inputs: [ScreenInput] = []
    }

    private struct Contents {
        var steps: [Step] = []
        var shown: [Shown] = []
        var now = Duration.zero
        var waits = 0
        var suspensions = 0
        var redraws = 0
        var copies: [String] = []
        var paintedBeforeCopies: [Int] = []
        var isClosed = false
        var paintError: StageError?
    }

    private let contents: Mutex<Contents>
    private let woken = DispatchSemaphore(value: 0)

    init(_ steps: [Step] = [], paintError: StageError? = nil) {
        contents = Mutex(Contents(steps: steps, paintError: paintError))
    }

    convenience init(keys: String) {
        self.init(keys.map { Step(inputs: [.key(.character($0))]) })
    }

    var shown: [Shown] { contents.withLock { $0.shown } }
    var texts: [String] { shown.map(\.text) }
    var now: Duration { contents.withLock { $0.now } }
    var isClosed: Bool { contents.withLock { $0.isClosed } }
    var suspensions: Int { contents.withLock { $0.suspensions } }
    var copies: [String] { contents.withLock { $0.copies } }
    /// How many screens had been shown when each of them was copied.
    var paintedBeforeCopies: [Int] { contents.withLock { $0.paintedBeforeCopies } }
    var redraws: Int { contents.withLock { $0.redraws } }

    var clock: LoopClock {
        LoopClock(
            monotonic: { self.now },
            calendar: {
                let parts = self.now.components
                return parts.seconds * 1000 + parts.attoseconds / 1_000_000_000_000_000
            })
    }

    func copy(_ text: String) {
        contents.withLock {
            $0.copies.append(text)
            $0.paintedBeforeCopies.append($0.shown.count)
        }
    }
    func wake() { woken.signal() }
    func close() { contents.withLock { $0.isClosed = true } }
    func suspend() { contents.withLock { $0.suspensions += 1 } }
    func redraw() { contents.withLock { $0.redraws += 1 } }

    /// As a terminal: the same screen again is not shown again.
    func paint(_ grid: Grid) throws {
        try contents.withLock { contents in
            if let error = contents.paintError { throw error }
            contents.shown.append(Shown(text: grid.text, at: contents.now))
        }
    }

    func wait(_ timeout: Duration?) -> [ScreenInput] {
        let step: Step? = contents.withLock { contents in
            contents.waits += 1
            guard !contents.steps.isEmpty else { return nil }
            let step = contents.steps.removeFirst()
            contents.now += step.after
            return step
        }
        if let step { return step.inputs }
        if let timeout {
            contents.withLock { $0.now += timeout }
            return []
        }
        // A test that hangs should fail, not hang; on a busy machine an effect may start late.
        guard woken.wait(timeout: .now() + 120) == .success else { return [.ended(.terminalGone)] }
        return []
    }
}

enum StageError: Error, Hashable { case brokenGlass }
