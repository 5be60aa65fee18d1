internal import CCurses

/// Puts the terminal back when the process is ended or crashes, and notices the signals that
/// concern a screen.
///
/// 1. The only file that calls `enxame_guard_…`: their state is one per object file.
/// 2. The first SIGTERM, SIGHUP or SIGINT is noticed; a second one ends the process at once.
/// 3. There is one at a time in a process, as there is one terminal.
struct SignalGuard {
    struct Noticed: OptionSet {
        let rawValue: Int32
        static let resize = Noticed(rawValue: Int32(enxame_noticed_resize))
        static let stop = Noticed(rawValue: Int32(enxame_noticed_stop))
        static let resume = Noticed(rawValue: Int32(enxame_noticed_continue))
    }

    /// - Parameters:
    ///   - modes: of the terminal before anything changed them.
    ///   - bytes: what puts the terminal back.
    ///   - log: what a crash leaves behind; nothing where there is none.
    init(descriptor: Int32, wake: Int32, modes: termios, bytes: [UInt8], log: CrashLog?)
        throws(TerminalProblem)
    {
        let fits = bytes.withUnsafeBytes { buffer in
            enxame_guard_arm(
                descriptor, wake, modes, buffer.bindMemory(to: CChar.self).baseAddress,
                buffer.count)
        }
        guard fits else { throw .refused(call: "enxame_guard_arm") }
        // A path too long to be kept is no reason not to start.
        if let log { _ = enxame_crash_arm(log.path, log.heading, log.notice) }
    }

    func take() -> Noticed { Noticed(rawValue: enxame_guard_take()) }

    /// The signal that asked the program to end.
    var ending: Int32? {
        let signal = enxame_guard_ending()
        return signal == 0 ? nil : signal
    }

    /// Stops the process as ^Z does and returns when it goes on.
    func stop() {
        enxame_guard_pause(true)
        enxame_guard_stop()
        enxame_guard_pause(false)
    }

    func disarm() { enxame_guard_disarm() }

    /// Undoes an `init` after which something else went wrong, if it came that far.
    static func giveUp() { if enxame_guard_is_armed() { enxame_guard_disarm() } }
}
