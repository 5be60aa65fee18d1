import Foundation
import Testing

@Suite(.inTurn) struct TypedAheadTests {
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
            try await terminal.wait("the second choice has the focus") { screen in
                screen.split(separator: "\n").contains {
                    $0.contains("▌") && $0.contains("Try the demo")
                }
            }
            try await terminal.press("C-q")
        }
    }
}
