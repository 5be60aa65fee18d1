import APIClient
import Foundation
import Testing

/// Whatever happens, the terminal is as it was.
@Suite(.inTurn) struct RestorationTests {
    private func started<T>(
        _ body: (TerminalSession, pid_t) async throws -> T
    ) async throws -> T {
        try await TerminalSession.screen("", in: TemporaryFolder()) { terminal, enxame in
            try await terminal.wait(for: "Host a community here")
            #expect(try await terminal.isOnAlternateScreen())
            #expect(try await terminal.isMouseTaken())
            return try await body(terminal, enxame)
        }
    }

    @Test("quitting restores the terminal")
    func quit() async throws {
        try await started { terminal, _ in
            try await terminal.press("C-q")
            #expect(try await terminal.aftermath() == .restored(0))
        }
    }

    @Test(
        "a signal restores the terminal before the program ends by it",
        arguments: [SIGTERM, SIGHUP, SIGSEGV, SIGABRT, SIGILL])
    func signal(number: Int32) async throws {
        try await started { terminal, enxame in
            kill(enxame, number)
            let aftermath = try await terminal.aftermath()
            #expect(aftermath == .restored(128 + number))
        }
    }

    @Test(
        "a crash leaves a log, and says where once the terminal is back",
        arguments: [(SIGSEGV, "SIGSEGV"), (SIGABRT, "SIGABRT"), (SIGILL, "SIGILL")])
    func crash(number: Int32, name: String) async throws {
        let home = try TemporaryFolder()
        try await TerminalSession.screen("", in: home) { terminal, enxame in
            try await terminal.wait(for: "Host a community here")
            let log = home.path + "/.local/state/enxame/crash.log"
            #expect(!FileManager.default.fileExists(atPath: log))
            kill(enxame, number)
            let shell = try await terminal.wait(for: "enxame has crashed")
            #expect(!shell.contains("Host a community here"))
            #expect(shell.replacing("\n", with: "").contains(log))
            #expect(try await terminal.aftermath() == .restored(128 + number))
            let text = try String(contentsOfFile: log, encoding: .utf8)
            #expect(text.hasPrefix("enxame \(APIClient.version)\n"))
            #expect(text.contains(name) && text.contains("sent by process"))
            let year = Calendar(identifier: .gregorian).component(.year, from: Date())
            #expect(text.contains("\n\(year)-"))
            // Where it was: the loop waits in poll.
            #expect(text.split(separator: "\n").filter { $0.contains("enxame(") }.count > 2)
            let mode = try FileManager.default.attributesOfItem(atPath: log)[.posixPermissions]
            #expect(mode as? Int == 0o600)
        }
    }

    @Test("suspended, it gives the terminal back, and draws itself again when it goes on")
    func suspend() async throws {
        try await TerminalSession.run(
            "exec env PS1='ready> ' bash --norc -i", in: TemporaryFolder()
        ) { terminal in
            try await terminal.wait(for: "ready>")
            try await terminal.type("enxame")
            try await terminal.press("Enter")
            try await terminal.wait(for: "Host a community here")
            try await terminal.press("C-z")
            let shell = try await terminal.wait(for: "Stopped")
            #expect(!shell.contains("Host a community here"))
            #expect(try await terminal.isCursorVisible())
            #expect(try await !terminal.isMouseTaken())
            try await terminal.type("fg")
            try await terminal.press("Enter")
            try await terminal.wait(for: "Host a community here")
            try await terminal.press("C-q")
            try await terminal.wait("the shell is back") { $0.hasSuffixLine("ready>") }
        }
    }
}

extension String {
    fileprivate func hasSuffixLine(_ line: String) -> Bool {
        split(separator: "\n").last { !$0.allSatisfy(\.isWhitespace) }?.hasPrefix(line) ?? false
    }
}
