import API
import Cells
import Foundation

/// Lines on standard output and standard error, written at once: `print` would hold them back
/// when the output is no terminal.
enum Console {
    static func line(_ text: String) {
        FileHandle.standardOutput.write(Data((text + "\n").utf8))
    }

    static func error(_ text: String) {
        FileHandle.standardError.write(Data((text + "\n").utf8))
    }

    /// Something to read while waiting, written over what was there before; nothing where nobody
    /// watches.
    static func passing(_ text: String) {
        guard isErrorTerminal else { return }
        let line = text.truncated(to: max(1, width - 1))
        FileHandle.standardError.write(Data("\r\u{1B}[K\(line)".utf8))
    }

    /// One value a line, as the API would say it.
    static func json(_ value: some Encodable) throws {
        line(String(decoding: try WireCoding.encode(value), as: UTF8.self))
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
