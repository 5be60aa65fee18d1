internal import CPty
import Foundation

/// A program on a terminal of its own, whose keys are pressed here and whose bytes are read here.
///
/// It stays on the thread that made it, and goes with it. Nothing is drawn: bytes are counted, and
/// kept as far as `recent` goes, to see what is on the screen by now.
final class TerminalProgram {
    static let size = (columns: 200, rows: 60)

    let id: pid_t
    private let master: Int32
    private var isReaped = false
    private(set) var bytes = 0
    private var tail: [UInt8] = []
    private var buffer = [UInt8](repeating: 0, count: 1 << 16)
    let started = Stopwatch()

    init(_ path: String, _ arguments: [String], environment: [String: String] = [:]) throws {
        var all = ProcessInfo.processInfo.environment
        for name in ["COLORTERM", "NO_COLOR", "LC_CTYPE"] { all[name] = nil }
        all["TERM"] = "xterm-256color"
        all["LC_ALL"] = "C.UTF-8"
        all.merge(environment) { $1 }
        var argv = ([path] + arguments).map { strdup($0) } + [nil]
        var envp = all.map { strdup("\($0.key)=\($0.value)") } + [nil]
        defer { for pointer in argv + envp { free(pointer) } }
        var master: Int32 = -1
        id = enxame_pty_start(
            path, &argv, &envp, Int32(Self.size.columns), Int32(Self.size.rows), &master)
        guard id > 0 else { throw BenchError.failed(program: path, log: "no terminal for it") }
        self.master = master
    }

    deinit {
        if !isReaped {
            kill(id, SIGKILL)
            waitpid(id, nil, 0)
        }
        close(master)
    }

    /// Seconds of processor time so far.
    var processor: Double { Double(enxame_processor_time(id)) / 1e9 }

    var memory: ServerMemory? { ServerMemory(process: id) }

    /// - Returns: a watch that was started before: the other program may take the processor from this
    ///   one as soon as it has its key.
    @discardableResult
    func press(_ keys: String) throws -> Stopwatch {
        let watch = Stopwatch()
        let text = Array(keys.utf8)
        guard write(master, text, text.count) == text.count else {
            throw BenchError.failed(program: "a program on a terminal", log: "it takes no keys")
        }
        return watch
    }

    /// Reads what comes until there is nothing for so long, or for as long as it may take at most.
    ///
    /// - Returns: milliseconds until the first and the last bytes came; `nil` when none did.
    func read(
        since watch: Stopwatch, quiet: Double, atMost patience: Double
    ) -> (first: Double, last: Double)? {
        var seen: (first: Double, last: Double)?
        while watch.milliseconds < patience {
            let rest = min(quiet, patience - watch.milliseconds)
            // Until something comes the whole patience may pass; after that only the quiet.
            guard take(within: seen == nil ? patience - watch.milliseconds : rest) > 0 else {
                break
            }
            let now = watch.milliseconds
            seen = (seen?.first ?? now, now)
        }
        return seen
    }

    /// Reads for so long, whatever comes.
    func rest(_ milliseconds: Double) {
        let watch = Stopwatch()
        while watch.milliseconds < milliseconds {
            _ = take(within: milliseconds - watch.milliseconds)
        }
    }

    /// Reads until this has been written. Colours between its words would hide it: one word is best.
    func wait(for text: String, seconds: Double = 120) throws {
        let wanted = Data(text.utf8)
        let watch = Stopwatch()
        while Data(tail).firstRange(of: wanted) == nil {
            guard watch.seconds < seconds, take(within: 1000) >= 0 else {
                throw BenchError.failed(
                    program: "a program on a terminal",
                    log: "“\(text)” did not come; what did: "
                        + String(decoding: tail.suffix(300), as: UTF8.self).debugDescription)
            }
        }
        tail = []
    }

    /// Waits for its end, for which it was asked.
    func finish(seconds: Double = 10) throws {
        let watch = Stopwatch()
        while watch.seconds < seconds {
            _ = take(within: 20)
            var status: Int32 = 0
            if waitpid(id, &status, WNOHANG) == id {
                isReaped = true
                return
            }
        }
        throw BenchError.failed(program: "a program on a terminal", log: "it did not end")
    }

    /// - Returns: how many bytes came; −1 when no more will.
    private func take(within milliseconds: Double) -> Int {
        var polled = pollfd(fd: master, events: Int16(POLLIN), revents: 0)
        guard poll(&polled, 1, Int32(max(1, milliseconds.rounded(.up)))) > 0 else { return 0 }
        let count = Glibc.read(master, &buffer, buffer.count)
        guard count > 0 else { return -1 }
        bytes += count
        tail.append(contentsOf: buffer[..<count])
        if tail.count > 1 << 18 { tail.removeFirst(tail.count - (1 << 17)) }
        return count
    }
}
