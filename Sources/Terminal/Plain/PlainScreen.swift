internal import CCurses
package import Cells
internal import Foundation

/// The program line by line, for screen readers, for terminals that cannot place a cursor, and for
/// pipes: what changed is written below what was there, and a typed line is what to do.
///
/// 1. Used by one thread, the one that opened it; only `wake` may be called by any.
/// 2. The terminal keeps its own line editing; only what is secret is not echoed.
package final class PlainScreen {
    /// How long after a line what comes of it is still told.
    private static let attention = Duration.seconds(3)
    private static let lineEnd = UInt8(ascii: "\n")
    /// Narrow enough that one pane stands there at a time.
    private static let page = Size(width: 80, height: 32)

    private let pipe: WakePipe
    private let modes: termios?
    private let signals: SignalGuard?
    private let isUTF8: Bool
    private let clock = ContinuousClock()
    private var typed: [UInt8] = []
    private var shown = PlainPage()
    private var isTyping = false
    private var isAnswering = true
    private var listensUntil: ContinuousClock.Instant
    private var isHidden = false
    private var isOpen = true
    private var hasEnded = false

    package init(_ settings: TerminalSettings) throws(TerminalProblem) {
        isUTF8 = TerminalSetup.setLocale(settings)
        pipe = try WakePipe()
        listensUntil = clock.now + Self.attention
        var modes = termios()
        guard isatty(STDIN_FILENO) == 1, tcgetattr(STDIN_FILENO, &modes) == 0 else {
            self.modes = nil
            signals = nil
            return
        }
        self.modes = modes
        signals = try SignalGuard(
            descriptor: STDIN_FILENO, wake: pipe.writeEnd, modes: modes, bytes: [],
            log: settings.crashLog)
    }

    deinit { close() }

    package var wake: @Sendable () -> Void { { [pipe] in pipe.wake() } }

    package var size: Size { Self.page }

    package func wait(timeout: Duration?) throws -> [ScreenInput] {
        var polled = [
            pollfd(fd: STDIN_FILENO, events: Int16(POLLIN), revents: 0),
            pollfd(fd: pipe.readEnd, events: Int16(POLLIN), revents: 0),
        ]
        _ = poll(&polled, 2, Screen.milliseconds(timeout))
        pipe.drain()
        guard !hasEnded else { return [] }
        _ = signals?.take()
        if let signal = signals?.ending { return end(.signal(signal)) }
        // What was typed ahead comes before what ends it.
        if !typed.contains(Self.lineEnd), polled[0].revents != 0, !read() {
            return end(.terminalGone)
        }
        return takeLine()
    }

    package func paint(_ grid: Grid, theme: Theme) throws {
        let page = PlainPage(grid, isUTF8: isUTF8)
        let spoken =
            isAnswering
            ? page.changes(since: shown, isAnswer: true)
            : clock.now < listensUntil
                ? page.laterChanges(since: shown) : page.changes(since: shown, isAnswer: false)
        // Nothing told yet is lost: what nobody listens to is compared with again later.
        if isAnswering || !spoken.isEmpty || clock.now >= listensUntil { shown = page }
        isAnswering = false
        hideTyping(grid.isCursorSecret)
        isTyping = grid.cursor != nil
        for line in spoken { say(line) }
    }

    package func redraw() { shown = PlainPage() }

    /// There is no clipboard here: what was to be copied is said.
    package func copy(_ text: String) { say(text) }

    package func suspend() throws { signals?.stop() }

    package func close() {
        guard isOpen else { return }
        isOpen = false
        hideTyping(false)
        signals?.disarm()
    }

    // MARK: lines

    /// - Returns: whether anything more can come.
    private func read() -> Bool {
        var bytes = [UInt8](repeating: 0, count: 4096)
        let count = CCurses.read(STDIN_FILENO, &bytes, bytes.count)
        guard count > 0 else { return count < 0 && (errno == EINTR || errno == EAGAIN) }
        typed += bytes.prefix(count)
        return true
    }

    /// One line at a time: the next is for whatever this one brings to the screen.
    private func takeLine() -> [ScreenInput] {
        guard let end = typed.firstIndex(of: Self.lineEnd) else {
            // Nobody types as much as this without a line's end.
            if typed.count > 65_536 { typed = [] }
            return []
        }
        let line = String(decoding: typed[..<end], as: UTF8.self)
        typed.removeFirst(end + 1)
        if typed.contains(Self.lineEnd) { pipe.wake() }
        isAnswering = true
        listensUntil = clock.now + Self.attention
        return PlainLine.keys(line, isTyping: isTyping).map { .key($0) }
    }

    private func end(_ reason: ScreenInput.End) -> [ScreenInput] {
        hasEnded = true
        return [.ended(reason)]
    }

    private func say(_ line: String) {
        let bytes = Array((line + "\n").utf8)
        var start = 0
        while start < bytes.count {
            let written = bytes[start...].withUnsafeBytes {
                write(STDOUT_FILENO, $0.baseAddress, $0.count)
            }
            guard written > 0 || errno == EINTR else { return }
            start += max(0, written)
        }
    }

    private func hideTyping(_ isHidden: Bool) {
        guard var modes, isHidden != self.isHidden else { return }
        self.isHidden = isHidden
        if isHidden { modes.c_lflag &= ~tcflag_t(ECHO) }
        _ = tcsetattr(STDIN_FILENO, TCSANOW, &modes)
    }
}
