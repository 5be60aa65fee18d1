import CPty
import Foundation
import Testing

/// The sample program on a terminal of its own, and what it wrote there.
///
/// ncurses keeps its state in globals, so each terminal needs a process.
enum ScreenSampleProgram {
    struct Failure: Error, CustomStringConvertible {
        let description: String
    }

    /// - Parameters:
    ///   - answer: what the terminal says to what has been written so far; called until it has an
    ///     answer.
    /// - Returns: everything that was written, to the end.
    static func run(
        _ arguments: [String] = [], environment: [String: String],
        answer: (([UInt8]) -> String?)? = nil
    ) throws -> [UInt8] {
        var argv = ([path] + arguments).map { strdup($0) } + [nil]
        var envp = environment.map { strdup("\($0.key)=\($0.value)") } + [nil]
        defer { for pointer in argv + envp { free(pointer) } }
        var master: Int32 = -1
        let id = enxame_pty_start(path, &argv, &envp, 44, 24, &master)
        guard id > 0 else { throw Failure(description: "no terminal for \(path)") }
        defer {
            kill(id, SIGKILL)
            waitpid(id, nil, 0)
            close(master)
        }
        var written: [UInt8] = []
        var hasAnswered = false
        var buffer = [UInt8](repeating: 0, count: 1 << 14)
        let deadline = ContinuousClock.now + .seconds(30)
        while ContinuousClock.now < deadline {
            var polled = pollfd(fd: master, events: Int16(POLLIN), revents: 0)
            guard poll(&polled, 1, 1000) > 0 else { continue }
            let count = read(master, &buffer, buffer.count)
            // The other end is closed: it has ended.
            guard count > 0 else { return written }
            written += buffer[..<count]
            if !hasAnswered, let text = answer?(written) {
                hasAnswered = true
                let bytes = Array(text.utf8)
                _ = write(master, bytes, bytes.count)
            }
        }
        throw Failure(description: "it did not end; it wrote\n\(TerminalBytes.readable(written))")
    }

    /// Beside the tests.
    private static let path: String = {
        let bundle = try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")
        let beside = ((bundle ?? "") as NSString).deletingLastPathComponent + "/ScreenSample"
        if FileManager.default.isExecutableFile(atPath: beside) { return beside }
        var checkout = URL(filePath: #filePath)
        for _ in 1...4 { checkout.deleteLastPathComponent() }
        return checkout.path + "/.build/debug/ScreenSample"
    }()
}
