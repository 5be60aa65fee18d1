import Foundation
import Testing

/// The real program in a window that never rests, and at a keyboard that a monkey found.
@Suite(.inTurn) struct UnrestTests {
    private func demo(
        _ body: (TerminalSession, pid_t) async throws -> Void
    ) async throws {
        let home = try TemporaryFolder()
        try await TerminalSession.screen("demo", in: home) { terminal, enxame in
            try await terminal.wait(for: "● live")
            try await terminal.wait(for: "Manual do operador")
            try await body(terminal, enxame)
        }
    }

    /// What stands on the screen, without what time alone changes.
    private func still(_ terminal: TerminalSession) async throws -> String {
        try await terminal.screen().replacing(/\d\d:\d\d/, with: "")
    }

    @Test("a thousand sizes with keys in between leave the row selected and no stale cell")
    func sizes() async throws {
        try await demo { terminal, enxame in
            try await terminal.press("j", "j")
            try await terminal.wait("the third row is selected") {
                $0.selectedRow == 3 && $0.selected != nil
            }
            let row = try await terminal.screen().selected
            var random = SystemRandomNumberGenerator()
            // Many sizes in one breath, and many breaths: some are seen and some are overtaken. The
            // keys go down and up again, and so back to where they began.
            for _ in 0..<50 {
                var commands: [String] = []
                for step in 0..<20 {
                    commands.append(
                        "resize-window -t 0 -x \(Int.random(in: 20...240, using: &random)) "
                            + "-y \(Int.random(in: 5...70, using: &random))")
                    commands.append("send-keys -t 0 \(step % 2 == 0 ? "j" : "k")")
                }
                try await terminal.run(commands)
            }
            try await terminal.resize(width: 120, height: 40)
            try await terminal.wait("the row from before is selected") { $0.selected == row }
            try await eventually("nothing on the screen is older than the rest") {
                let before = try await still(terminal)
                try await terminal.press("C-l")
                return try await still(terminal) == before
            }
            #expect(Processes.isRunning(enxame))
            try await terminal.press("C-q")
            #expect(try await terminal.aftermath() == .restored(0))
        }
    }

    @Test("two thousand keys in no order: it lives, or it was asked to quit and did so in order")
    func keys() async throws {
        let keys =
            "j k g G h l n p d D o a s x X r f / : ? T A C L b e u v y m * [ ] + _ 1 2 3 4 5 Space 0 - c i N F"
            .split(
                separator: " "
            ).map(String.init)
            + [
                "Enter", "Enter", "Escape", "Tab", "BTab", "Up", "Down", "Left", "Right", "Home",
                "End", "PPage", "NPage", "BSpace", "DC", "C-u", "C-d", "C-s", "C-l", "F1",
            ]
        var sent = 0
        var random = SystemRandomNumberGenerator()
        while sent < 2000 {
            try await demo { terminal, enxame in
                var last: [String] = []
                while sent < 2000, Processes.isRunning(enxame) {
                    last = (0..<25).map { _ in keys.randomElement(using: &random) ?? "j" }
                    try await terminal.press(all: last)
                    sent += last.count
                    // It answers what it was sent before more is sent.
                    _ = try await terminal.screen()
                }
                if Processes.isRunning(enxame) { try await terminal.press("C-q") }
                let aftermath = try await terminal.aftermath()
                #expect(aftermath == .restored(0), "after \(sent) keys, the last: \(last)")
            }
        }
    }
}

extension String {
    /// What the row under the cursor says first.
    fileprivate var selected: String? {
        let lines = split(separator: "\n")
        guard let line = lines.first(where: { $0.contains("│▌") }),
            let mark = line.firstIndex(of: "▌")
        else { return nil }
        return String(line[mark...].prefix(24))
    }

    /// Its place in the list, from 1.
    fileprivate var selectedRow: Int? {
        let lines = split(separator: "\n")
        guard let titles = lines.firstIndex(where: { $0.contains("Title") }),
            let row = lines.firstIndex(where: { $0.contains("│▌") })
        else { return nil }
        return row - titles - 1
    }
}
