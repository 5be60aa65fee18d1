import Foundation
import Testing

/// A community hosted from the sign-in screen.
@Suite(.inTurn) struct HostingTests {
    @Test("a community hosted here shows its first password once, and is there the next time")
    func hosting() async throws {
        let home = try TemporaryFolder()
        let (api, tracker) = (try FreePort.next(), try FreePort.next())
        let command =
            "screen --listen-peers 127.0.0.1:0 --host-listen 127.0.0.1:\(api) "
            + "--host-tracker-listen 127.0.0.1:\(tracker)"
        try await TerminalSession.screen(command, in: home) { terminal, enxame in
            try await terminal.wait(for: "Host a community here")
            try await terminal.press("Enter")
            let notice = try await terminal.wait(for: "Your community is running")
            #expect(notice.contains(/[a-z2-9]{4}(-[a-z2-9]{4}){3}/))
            #expect(notice.contains("127.0.0.1:\(api)"))
            try await terminal.press("Enter", "Enter")
            try await terminal.wait(for: "● live")
            let children = Processes.descendants(of: enxame)
            #expect(children.count == 1)
            try await terminal.press("Q")
            #expect(try await terminal.aftermath() == .restored(0))
            #expect(!children.contains(where: Processes.isRunning))
        }
        #expect(home.exists(".local/share/enxamed/enxame.sqlite"))

        try await TerminalSession.screen(command, in: home) { terminal, _ in
            let screen = try await terminal.wait(for: "● live")
            #expect(screen.contains("admin [SuperAdmin]"))
            try await terminal.press("Q")
            #expect(try await terminal.aftermath() == .restored(0))
        }
    }

    @Test("where the port is taken it says so and offers the same again")
    func portTaken() async throws {
        try await FreePort.held { port in
            let command = "screen --host-listen 127.0.0.1:\(port) --host-tracker-listen 127.0.0.1:0"
            try await TerminalSession.screen(command, in: TemporaryFolder()) { terminal, _ in
                try await terminal.wait(for: "Host a community here")
                try await terminal.press("Enter")
                let screen = try await terminal.wait(for: "address already in use")
                #expect(screen.contains("Host a community here"))
            }
        }
    }
}
