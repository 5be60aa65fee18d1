import Foundation
import Testing

/// Keys that are on nobody's mind.
@Suite(.inTurn) struct StrayKeysTests {
    @Test("what the terminal reports by itself is no command")
    func reports() async throws {
        try await TerminalSession.run("exec enxame", in: try TemporaryFolder()) { terminal in
            try await terminal.wait(for: "Host a community here")
            // The background, the cursor, the mouse pressed and turned, a key with odd modifiers.
            for report in [
                "\u{1B}]11;rgb:1e1e/1e1e/2e2e\u{7}", "\u{1B}[12;80R", "\u{1B}[<0;10;10M",
                "\u{1B}[<65;10;10M", "\u{1B}[106;9u", "\u{1B}P>|jjj\u{1B}\\",
            ] {
                try await terminal.send(bytes: report)
            }
            try await terminal.press("j")
            try await terminal.wait("the second choice has the focus") {
                $0.hasFocus("Try the demo")
            }
            try await terminal.press("C-q")
        }
    }

    @Test("what was typed before the screen was there reaches nothing on it")
    func typedAhead() async throws {
        let home = try TemporaryFolder()
        try await TerminalSession.run(
            "until [ -e go ]; do :; done; exec enxame", in: home
        ) { terminal in
            // The terminal echoes what nobody reads yet: by then it waits in the line.
            try await terminal.type("jj")
            try await terminal.press("Enter")
            try await terminal.wait(for: "jj")
            _ = FileManager.default.createFile(atPath: home.path + "/go", contents: nil)
            try await terminal.wait(for: "Host a community here")
            // One step from the first choice, and not three.
            try await terminal.press("j")
            try await terminal.wait("the second choice has the focus") {
                $0.hasFocus("Try the demo")
            }
            try await terminal.press("C-q")
        }
    }
}

extension String {
    fileprivate func hasFocus(_ choice: String) -> Bool {
        split(separator: "\n").contains { $0.contains("▌") && $0.contains(choice) }
    }
}
