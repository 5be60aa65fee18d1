import API
import Cells
import Foundation

/// Lines on standard output and standard error, written at once: `print` would hold them back
/// when the output is no terminal.
enum Console {
    /// Throws `CommandFailure` when nothing takes the answer: a full disk, a pipe that was closed.
    static func line(_ text: String) throws {
        do {
            try FileHandle.standardOutput.write(contentsOf: Data((text + "\n").utf8))
        } catch {
            throw CommandFailure(.inputOutput, "standard output cannot be written to")
        }
    }

    static func error(_ text: String) { aside(text + "\n") }

    /// To standard error, as it stands. There is nobody to tell when that fails.
    static func aside(_ text: String) {
        try? FileHandle.standardError.write(contentsOf: Data(text.utf8))
    }

    /// Something to read while waiting, written over what was there before; nothing where nobody
    /// watches.
    static func passing(_ text: String) {
        guard isErrorTerminal else { return }
        let line = text.truncated(to: max(1, width - 1))
        aside("\r\u{1B}[K\(line)")
    }

    /// One value a line, as the API would say it.
    static func json(_ value: some Encodable) throws {
        try line(String(decoding: try WireCoding.encode(value), as: UTF8.self))
    }

    static var isErrorTerminal: Bool { isatty(STDERR_FILENO) == 1 }

    /// Columns of the terminal, 80 where there is none.
    static var width: Int {
        var size = winsize()
        guard ioctl(STDERR_FILENO, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else {
            return 80
        }
        return Int(size.ws_col)
    }
}
