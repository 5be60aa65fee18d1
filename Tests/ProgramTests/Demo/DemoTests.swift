import Foundation
import Testing

/// The demo leaves nothing behind.
@Suite(.inTurn) struct DemoTests {
    private func demo(
        _ arguments: String = "demo", waitingFor text: String = "● live",
        _ body: (TerminalSession, pid_t) async throws -> Void
    ) async throws {
        let home = try TemporaryFolder()
        try await TerminalSession.screen(arguments, in: home, isNewHere: true) { terminal, enxame in
            try await terminal.wait(for: text)
            let processes = Processes.descendants(of: enxame)
            #expect(processes.count == 2, "a community and its server")
            #expect(home.names("tmp").count == 1)

            try await body(terminal, enxame)

            try await eventually("no process of the demo is left") {
                !processes.contains(where: Processes.isRunning)
            }
            try await eventually("no file of the demo is left") { home.names("tmp").isEmpty }
        }
        let notes: Set = ["pid", "status", "before", "after", "tmp", "tmux"]
        #expect(home.names().filter { !notes.contains($0) } == [])
    }

    @Test("signed out, the sign-in screen lists an account for every role")
    func accounts() async throws {
        try await demo("demo --signed-out", waitingFor: "Demo accounts") { terminal, _ in
            let screen = try await terminal.screen()
            for role in ["SuperAdmin", "Admin", "Gerente", "Supervisor", "Member", "Guest"] {
                #expect(screen.contains(role))
            }
            try await terminal.press("Up", "Up", "Enter")
            try await terminal.press("C-q")
            #expect(try await terminal.aftermath() == .restored(0))
        }
    }

    @Test("the large film moves while one looks; quitting clears everything away")
    func quit() async throws {
        try await demo { terminal, _ in
            try await terminal.press("/")
            try await terminal.type("sistemas distribuidos")
            try await terminal.wait("the film is found") {
                $0.contains("Aula 07") && !$0.contains("Manual do operador")
            }
            try await terminal.press("Enter", "d", "2")
            let moving = try await terminal.wait("it moves") { $0.contains(/\ [1-9]\d?%/) }
            #expect(!moving.contains("100%"))
            try await terminal.press("Q")
            #expect(try await terminal.aftermath() == .restored(0))
        }
    }

    @Test("chosen on the sign-in screen, the demo starts beside it and goes with it")
    func fromSignIn() async throws {
        let home = try TemporaryFolder()
        try await TerminalSession.screen("", in: home) { terminal, enxame in
            try await terminal.wait(for: "Try the demo")
            try await terminal.press("Down", "Enter")
            try await terminal.wait(for: "Demo accounts")
            try await terminal.press("Enter")
            try await terminal.wait(for: "Relatório de Segurança 2026")
            let processes = Processes.descendants(of: enxame)
            #expect(processes.count == 2)
            try await terminal.press("Q")
            let aftermath = try await terminal.aftermath()
            #expect(aftermath == .restored(0))
            #expect(!processes.contains(where: Processes.isRunning))
        }
        #expect(home.names("tmp") == [])
    }

    @Test("SIGTERM ends everything of it, in order")
    func terminated() async throws {
        try await demo { terminal, enxame in
            kill(enxame, SIGTERM)
            let aftermath = try await terminal.aftermath()
            #expect(aftermath == .restored(128 + SIGTERM))
        }
    }

    @Test("even SIGKILL leaves no process and no file")
    func killed() async throws {
        try await demo { _, enxame in kill(enxame, SIGKILL) }
    }
}
