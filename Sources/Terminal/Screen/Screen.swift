internal import CCurses
package import Cells

/// The terminal as a full screen.
///
/// 1. Used by one thread, the one that opened it; only `wake` may be called by any.
/// 2. From `open` to `close` the terminal is in our hands; however the process ends, it is put back.
/// 3. There is one at a time.
package final class Screen {
    private let handle: OpaquePointer
    private let modes: termios
    private let pipe: WakePipe
    private let signals: SignalGuard
    private let keys: KeyReader
    private var emptyReads = 0
    private var isOpen = true
    private var hasEnded = false
    private var knownSize: Size
    private var painter: Painter
    private var probe: TerminalProbe
    private let asked = ContinuousClock.now
    private let hasMouse: Bool

    /// Takes the terminal.
    ///
    /// - Throws: a problem that says what to do, before anything on the screen has changed.
    package init(_ settings: TerminalSettings) throws(TerminalProblem) {
        guard isatty(STDIN_FILENO) == 1, isatty(STDOUT_FILENO) == 1 else { throw .notATerminal }
        var modes = termios()
        guard tcgetattr(STDIN_FILENO, &modes) == 0 else { throw .notATerminal }
        self.modes = modes
        let isUTF8 = TerminalSetup.setLocale(settings)
        let description = try TerminalSetup.description(settings)
        pipe = try WakePipe()
        _ = set_escdelay(25)
        guard let handle = enxame_newterm(description) else {
            throw .unknownTerminal(settings.term)
        }
        self.handle = handle
        let isEmulator = TerminalSetup.isEmulator
        hasMouse = settings.hasMouse && isEmulator
        do throws(TerminalProblem) {
            signals = try SignalGuard(
                descriptor: STDOUT_FILENO, wake: pipe.writeEnd, modes: modes,
                bytes: TerminalSetup.restoringBytes(hasMouse: hasMouse),
                log: settings.crashLog)
            try Screen.enterModes()
            Screen.dropTyped()
            keys = try KeyReader()
            let depth = Screen.startColours(settings)
            painter = Painter(depth: depth, isUTF8: isUTF8, pairs: Int(enxame_colour_pairs()))
            probe =
                isEmulator
                ? TerminalProbe(isUTF8: isUTF8, asksGround: depth != .mono) : TerminalProbe()
        } catch {
            _ = endwin()
            SignalGuard.giveUp()
            delscreen(handle)
            throw error
        }
        knownSize = Size(
            width: Int(getmaxx(enxame_stdscr())), height: Int(getmaxy(enxame_stdscr())))
        // Before the first paint, which covers the samples.
        Screen.send(probe.questions + TerminalSetup.modesOn(hasMouse: hasMouse))
    }

    deinit { close() }

    /// Ends a wait; from any thread.
    package var wake: @Sendable () -> Void {
        { [pipe] in pipe.wake() }
    }

    package var size: Size { knownSize }

    /// Waits until something was typed, the size changed, `wake` was called or the time is over.
    ///
    /// - Parameter timeout: `nil` waits for ever.
    package func wait(timeout: Duration?) throws -> [ScreenInput] {
        var polled = [
            pollfd(fd: STDIN_FILENO, events: Int16(POLLIN), revents: 0),
            pollfd(fd: pipe.readEnd, events: Int16(POLLIN), revents: 0),
        ]
        _ = poll(&polled, 2, keys.mayHaveMore ? 0 : Screen.milliseconds(timeout))
        pipe.drain()
        var inputs = try noticed()
        let events = Int32(polled[0].revents)
        let typed = keys.read()
        inputs += typed.inputs + learn(typed.reports)
        if let end = end(events: events, hasRead: typed.hasRead), !hasEnded {
            hasEnded = true
            inputs.append(.ended(end))
        }
        return inputs
    }

    /// Shows the grid; nothing is written when nothing changed.
    package func paint(_ grid: Grid, theme: Theme) throws {
        try painter.paint(grid, theme: theme)
    }

    /// Paints the next screen from nothing, for when others wrote over it.
    package func redraw() { painter.forget() }

    /// Puts a text into the clipboard of the terminal, which may be far away; one that does not
    /// know how, or does not want to, ignores it.
    package func copy(_ text: String) {
        guard isOpen else { return }
        Screen.send(TerminalSetup.clipboard(text))
    }

    /// Gives the terminal to the shell until somebody brings the program back.
    package func suspend() throws {
        guard isOpen else { return }
        awaitAnswers()
        Screen.send(TerminalSetup.modesOff(hasMouse: hasMouse))
        _ = endwin()
        signals.stop()
        try resume()
    }

    /// Gives the terminal back. More than once does no harm.
    package func close() {
        guard isOpen else { return }
        isOpen = false
        awaitAnswers()
        Screen.send(TerminalSetup.modesOff(hasMouse: hasMouse))
        _ = endwin()
        var modes = modes
        _ = tcsetattr(STDIN_FILENO, TCSANOW, &modes)
        signals.disarm()
        delscreen(handle)
    }

    private func resume() throws(TerminalProblem) {
        try check(reset_prog_mode(), "reset_prog_mode")
        Screen.send(TerminalSetup.modesOn(hasMouse: hasMouse))
        painter.forget()
    }

    /// What has been answered becomes how the screen is painted, and is told.
    private func learn(_ reports: [TerminalReport]) -> [ScreenInput] {
        reports.compactMap { probe.take($0) }.filter { !$0.saysNothing }.map { findings in
            painter.learn(findings)
            return .answered(isGroundLight: findings.ground.map { !Contrast.isDark($0) })
        }
    }

    /// Answers that are still on their way would be typed into the shell.
    private func awaitAnswers() {
        let patience = ContinuousClock.now + .milliseconds(200)
        // Who has said nothing for so long never will.
        while probe.isAwaited, ContinuousClock.now < min(patience, asked + .seconds(1)) {
            var polled = pollfd(fd: STDIN_FILENO, events: Int16(POLLIN), revents: 0)
            _ = poll(&polled, 1, 20)
            guard polled.revents & Int16(POLLHUP | POLLERR | POLLNVAL) == 0 else { return }
            _ = learn(keys.read().reports)
        }
    }

    /// After a pause the size is reported too, changed or not: whoever draws must draw again.
    private func noticed() throws -> [ScreenInput] {
        let noticed = signals.take()
        if noticed.contains(.stop) {
            try suspend()
        } else if noticed.contains(.resume) {
            try resume()
        }
        guard !noticed.isEmpty else { return [] }
        let actual = enxame_window_size(STDOUT_FILENO)
        if actual.ws_col > 0, actual.ws_row > 0 {
            knownSize = Size(width: Int(actual.ws_col), height: Int(actual.ws_row))
        }
        try check(resizeterm(Int32(knownSize.height), Int32(knownSize.width)), "resizeterm")
        return [.resized(knownSize)]
    }

    private func end(events: Int32, hasRead: Bool) -> ScreenInput.End? {
        if let signal = signals.ending { return .signal(signal) }
        if events & Int32(POLLHUP | POLLERR | POLLNVAL) != 0 { return .terminalGone }
        // At the end of the line a read is always ready and never gives anything.
        emptyReads = events & Int32(POLLIN) != 0 && !hasRead ? emptyReads + 1 : 0
        return emptyReads > 20 ? .terminalGone : nil
    }
}
