internal import CPty
import Cells
import ClientRuntime
import Foundation
import Terminal

/// The real screen, and what each of its frames cost.
final class MeteredScreen: ScreenPort {
    private let screen: Screen
    private let report: String
    private var log = FrameLog()
    private var isPainted = false
    private var since = enxame_thread_time()
    private var written = 0
    private let account = open("/proc/self/io", O_RDONLY | O_CLOEXEC)

    /// - Parameter report: the file that is written in the end.
    init(_ screen: Screen, report: String) {
        self.screen = screen
        self.report = report
        written = bytesWritten()
    }

    deinit { Glibc.close(account) }

    var size: Size { screen.size }
    var wake: @Sendable () -> Void { screen.wake }

    func wait(timeout: Duration?) throws -> [ScreenInput] {
        if isPainted { noteFrame() }
        return try screen.wait(timeout: timeout)
    }

    func paint(_ grid: Grid, theme: Theme) throws {
        try screen.paint(grid, theme: theme)
        isPainted = true
    }

    func redraw() { screen.redraw() }
    func copy(_ text: String) { screen.copy(text) }
    func suspend() throws { try screen.suspend() }

    func close() {
        screen.close()
        try? JSONEncoder().encode(log).write(to: URL(filePath: report))
    }

    private func noteFrame() {
        isPainted = false
        log.milliseconds.append(Double(enxame_thread_time() - since) / 1e6)
        let now = bytesWritten()
        log.bytes.append(now - written)
        written = now
        // What was measured here is not the next frame's.
        since = enxame_thread_time()
    }

    /// `wchar` of proc(5): the terminal's bytes, and a few that wake other threads.
    private func bytesWritten() -> Int {
        var buffer = [UInt8](repeating: 0, count: 256)
        let count = pread(account, &buffer, buffer.count, 0)
        let lines = String(decoding: buffer.prefix(max(0, count)), as: UTF8.self)
            .split(separator: "\n")
        return lines.first { $0.hasPrefix("wchar: ") }.flatMap { Int($0.dropFirst(7)) } ?? 0
    }
}
