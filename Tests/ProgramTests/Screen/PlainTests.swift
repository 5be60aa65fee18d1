import Domain
import Foundation
import Testing

/// Lines instead of a screen.
@Suite(.inTurn) struct PlainTests {
    @Test(
        "somebody who hears signs in, finds, downloads and leaves, in a terminal without a cursor")
    func road() async throws {
        try await RunningServer.run { server in
            let maria = try await Person.joining(server, "maria", as: BuiltInRoles.admin)
            let recipes = try maria.home.write(noise(1000), to: "receitas.txt")
            try await maria.seeding(recipes, titled: "Receitas da cantina") { _ in
                let home = try TemporaryFolder()
                try await TerminalSession.screen(
                    "--plain --server \(server.url) --listen-peers 127.0.0.1:0", in: home,
                    term: "dumb"
                ) { terminal, _ in
                    try await terminal.wait(for: "Username")
                    try await terminal.type("admin")
                    try await terminal.press("Enter")
                    try await terminal.wait(for: "> Password")
                    try await terminal.type("admin123")
                    try await terminal.press("Enter")
                    let screen = try await terminal.wait(for: "> ▸ Receitas da cantina")
                    #expect(screen.contains("Catalog, admin, SuperAdmin"))
                    #expect(!screen.contains("admin123"), "a password is not echoed")
                    #expect(!screen.contains("│") && !screen.contains("╭"))
                    try await terminal.type(":sort")
                    try await terminal.press("Enter")
                    try await terminal.wait(for: "Sort by something else")
                    try await terminal.type("esc")
                    try await terminal.press("Enter")
                    try await terminal.type("/nothing like it")
                    try await terminal.press("Enter")
                    try await terminal.wait(for: "0 of 1")
                    try await terminal.type("Q")
                    try await terminal.press("Enter")
                    #expect(try await terminal.aftermath() == .restored(0))
                }
            }
        }
    }

    @Test("lines come from a pipe too, one after the other, and its end is the end")
    func pipe() async throws {
        let me = try Person(at: "http://127.0.0.1:9")
        let ended = try await me.enxame(["--plain"], input: "esc\nf1\n")
        #expect(ended.code == 0)
        #expect(ended.output.contains("Host a community here"))
        #expect(ended.output.contains("Quit Enxame"), "the second line was done")
        #expect(ended.error.isEmpty)
    }
}
