import Foundation
import Testing

@testable import Terminal

/// The bytes that the real painter writes for one screen, on all kinds of terminals.
///
/// With `ENXAME_RECORD_GOLDENS=1` the files are written anew; look at them before they are kept. The
/// descriptions are those of the package `ncurses-term`.
@Suite struct TerminalOutputTests {
    @Test(
        "every kind of terminal gets what it understands",
        arguments: [
            ("xterm-256color", ["TERM": "xterm-256color"]),
            ("xterm-truecolor", ["TERM": "xterm-256color", "COLORTERM": "truecolor"]),
            ("xterm-16color", ["TERM": "xterm-16color"]), ("xterm", ["TERM": "xterm"]),
            ("tmux-256color", ["TERM": "tmux-256color"]),
            ("xterm-direct", ["TERM": "xterm-direct"]),
            ("linux", ["TERM": "linux"]), ("vt100", ["TERM": "vt100"]),
            ("no-color", ["TERM": "xterm-256color", "NO_COLOR": "1"]),
            ("ascii", ["TERM": "xterm-256color", "LC_ALL": "C"]),
        ])
    func golden(name: String, environment: [String: String]) throws {
        let plain = ["LC_ALL": "C.UTF-8", "HOME": "/nonexistent"]
        let bytes = try ScreenSampleProgram.run(
            environment: plain.merging(environment) { $1 })
        try expect(TerminalBytes.readable(bytes), is: name)
    }

    @Test(
        "a terminal that cannot show a screen gets a sentence, and nothing else",
        arguments: [("dumb", "cannot show a full screen"), ("no-such-terminal", "is unknown here")])
    func refused(name: String, words: String) throws {
        let bytes = try ScreenSampleProgram.run(
            environment: ["TERM": name, "LC_ALL": "C.UTF-8", "HOME": "/nonexistent"])
        let text = TerminalBytes.readable(bytes)
        #expect(text.contains(words) && text.contains("enxame --help"))
        #expect(!text.contains("\\e"))
    }

    private func expect(_ text: String, is name: String) throws {
        if ProcessInfo.processInfo.environment["ENXAME_RECORD_GOLDENS"] == "1" {
            let folder = URL(filePath: #filePath).deletingLastPathComponent()
                .deletingLastPathComponent().appending(path: "Goldens")
            try text.write(
                to: folder.appending(path: "\(name).txt"), atomically: true, encoding: .utf8)
            return
        }
        let file = Bundle.module.bundleURL.appending(path: "Goldens/\(name).txt")
        let wanted = try String(contentsOf: file, encoding: .utf8)
        let (before, after) = (lines(wanted), lines(text))
        for (row, (one, other)) in zip(before, after).enumerated() where one != other {
            Issue.record("\(name), line \(row + 1):\n- \(one)\n+ \(other)")
            return
        }
        #expect(before.count == after.count, "\(name)")
    }

    private func lines(_ text: String) -> [Substring] {
        text.split(separator: "\n", omittingEmptySubsequences: false)
    }
}
