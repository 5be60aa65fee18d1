import Foundation
import Testing

/// The sign-in screen of somebody who knows no community yet, in all kinds of terminals.
@Suite(.inTurn) struct AppearanceTests {
    private func screen<T>(
        width: Int = 80, height: Int = 24, environment: [String: String] = [:],
        _ body: (TerminalSession) async throws -> T
    ) async throws -> T {
        try await TerminalSession.screen(
            "", in: TemporaryFolder(), width: width, height: height, environment: environment
        ) { terminal, _ in try await body(terminal) }
    }

    @Test("where no community is known it offers to host one, to try the demo, to enter an address")
    func firstStart() async throws {
        try await screen { terminal in
            let screen = try await terminal.wait(for: "No community is known here yet")
            #expect(screen.contains("Host a community here"))
            #expect(screen.contains("Try the demo"))
            #expect(screen.contains("Enter a server's address"))
        }
    }

    @Test(
        "it speaks Portuguese where the locale says so, installed or not",
        arguments: [["LANG": "pt_BR.UTF-8"], ["LC_MESSAGES": "pt_BR.UTF-8"]])
    func portuguese(environment: [String: String]) async throws {
        try await screen(environment: environment) { terminal in
            let screen = try await terminal.wait(for: "Nenhuma comunidade é conhecida aqui ainda")
            #expect(screen.contains("Hospedar uma comunidade aqui"))
            #expect(screen.contains("╭"))
        }
    }

    @Test("a locale without UTF-8 gets lines and words in ASCII")
    func ascii() async throws {
        try await screen(environment: ["LANG": "C"]) { terminal in
            let screen = try await terminal.wait(for: "No community is known here yet")
            #expect(screen.allSatisfy { $0.isASCII })
        }
    }

    @Test(
        "names on disk keep their letters, whatever the locale says",
        arguments: [["LANG": "C", "LC_ALL": "C"], ["LANG": "pt_BR.utf8"], ["LANG": ""]])
    func names(environment: [String: String]) async throws {
        let home = try TemporaryFolder()
        // It shares files with all kinds of names, and would end if it did not find them.
        try await TerminalSession.screen("demo", in: home, environment: environment) {
            terminal, _ in
            try await terminal.wait("all is shared") { $0.contains(/1.9 \w+ 9/) }
            try await terminal.press("Q")
            #expect(try await terminal.aftermath() == .restored(0))
        }
    }

    @Test("who wants no colour gets none; others do")
    func noColour() async throws {
        // 39 and 49 are the terminal's own; every other colour of SGR is one of ours.
        let colour = /\u{1B}\[(?:\d+;)*(?:3[0-8]|4[0-8]|9[0-7]|10[0-7])(?:;\d+)*m/
        try await screen(environment: ["NO_COLOR": "1"]) { terminal in
            try await terminal.wait(for: "Host a community here")
            #expect(try await !terminal.painted().contains(colour))
        }
        try await screen { terminal in
            try await terminal.wait(for: "Host a community here")
            #expect(try await terminal.painted().contains(colour))
        }
    }

    @Test("too small a terminal says so and waits; with room it goes on, at any size")
    func resize() async throws {
        try await screen(width: 30, height: 8) { terminal in
            let small = try await terminal.wait(for: "30×8")
            #expect(small.contains("40×10"))
            for (width, height) in [(80, 24), (30, 8), (40, 10), (200, 60), (1, 1), (120, 40)] {
                try await terminal.resize(width: width, height: height)
            }
            try await terminal.wait("the card is drawn in the middle") { screen in
                screen.contains("Host a community here")
                    && screen.contains("\n" + String(repeating: " ", count: 24) + "╭─ Welcome")
            }
        }
    }
}
