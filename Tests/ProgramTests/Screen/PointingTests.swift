import Foundation
import Testing

/// The mouse, as a terminal reports it.
@Suite(.inTurn) struct PointingTests {
    @Test("clicks put the focus where they are, and two of them are Enter")
    func clicks() async throws {
        try await TerminalSession.screen("", in: TemporaryFolder()) { terminal, _ in
            try await terminal.wait(for: "Host a community here")
            try await terminal.click("Try the demo")
            try await terminal.wait("the demo has the focus") { $0.hasFocus("Try the demo") }
            try await terminal.click("Enter a server's address", times: 2)
            try await terminal.wait(for: "╭─ Enter")
            try await terminal.press("Escape")
            try await terminal.wait("the form is closed") { !$0.contains("╭─ Enter") }
            // What the status line offers can be clicked there.
            try await terminal.click("help")
            try await terminal.wait(for: "╭─ Keys")
        }
    }

    @Test("who wants the mouse for the terminal keeps it")
    func left() async throws {
        let home = try TemporaryFolder()
        _ = try home.write(Array("mouse = false\n".utf8), to: ".config/enxame/config.toml")
        try await TerminalSession.screen("", in: home) { terminal, _ in
            try await terminal.wait(for: "Host a community here")
            #expect(try await !terminal.isMouseTaken())
            try await terminal.press("C-q")
            #expect(try await terminal.aftermath() == .restored(0))
        }
    }
}

extension TerminalSession {
    /// Presses and lets go of the left button on the first place where the text stands.
    fileprivate func click(_ text: String, times: Int = 1) async throws {
        let lines = try await screen().split(separator: "\n", omittingEmptySubsequences: false)
        for (row, line) in lines.enumerated() {
            guard let range = line.range(of: text) else { continue }
            let place = "\(line[..<range.lowerBound].count + 1);\(row + 1)"
            for _ in 0..<times { try await send(bytes: "\u{1B}[<0;\(place)M\u{1B}[<0;\(place)m") }
            return
        }
        Issue.record("“\(text)” is not on the screen")
    }
}

extension String {
    fileprivate func hasFocus(_ choice: String) -> Bool {
        split(separator: "\n").contains { $0.contains("▌") && $0.contains(choice) }
    }
}
