import API
import APIClient
import Domain
import Foundation
import Testing

/// The real binary in a real terminal, from signing in to the admin's menu.
@Suite(.inTurn) struct WholeRoadTests {
    @Test("a search typed, a file fetched, the ratio seen, a role made: all at the keyboard")
    func wholeRoad() async throws {
        try await RunningServer.run { server in
            let gil = try await Person.joining(server, "gil", as: BuiltInRoles.gerente)
            let report = noise(1_500_000)
            let file = try gil.home.write(report, to: "relatorio.pdf")
            let other = try gil.home.write(noise(1000), to: "receitas.txt")
            let me = try Person(at: server.url)

            try await gil.seeding(file, titled: "Relatório de Segurança 2026") { entry in
                try await gil.seeding(other, titled: "Receitas da cantina") { _ in
                    try await server.admin().awaitSeeder(of: entry.id)
                    try await me.screen { terminal, _ in
                        try await signIn(terminal)
                        try await fetch(terminal)
                        #expect(me.home.bytes("Downloads/relatorio.pdf") == report)
                        try await seeRatio(terminal)
                        try await makeRole(terminal)
                        try await terminal.press("Q")
                        #expect(try await terminal.aftermath() == .restored(0))
                    }
                }
            }
            let roles = try await server.admin().call(Endpoints.roles).items
            let made = try #require(roles.first { $0.name == "Gerente Regional" })
            #expect(made.parentId == BuiltInRoles.gerente)
            let admin = try await server.admin()
            #expect(try await admin.booked().down == Int64(report.count))
        }
    }

    private func signIn(_ terminal: TerminalSession) async throws {
        try await terminal.wait(for: "Username")
        try await terminal.type("admin")
        try await terminal.press("Enter")
        try await terminal.type("admin123")
        try await terminal.press("Enter")
        try await terminal.wait(for: "● live")
        try await terminal.wait(for: "Receitas da cantina")
    }

    private func fetch(_ terminal: TerminalSession) async throws {
        try await terminal.press("/")
        try await terminal.type("relatorio seguranca")
        try await terminal.wait("only the report is listed") {
            $0.contains("Relatório de Segurança 2026") && !$0.contains("Receitas da cantina")
        }
        try await terminal.press("Enter", "d", "2")
        try await terminal.wait("the transfer is complete") {
            $0.contains(/✓ Relatório de Segurança 2026 .* 100%/)
        }
    }

    private func seeRatio(_ terminal: TerminalSession) async throws {
        try await terminal.press("3")
        try await terminal.wait("what was downloaded is booked") {
            $0.contains("▌3 Ratio▐") && $0.contains("↓ 1.43 MiB")
        }
    }

    private func makeRole(_ terminal: TerminalSession) async throws {
        try await terminal.press("4")
        try await terminal.wait(for: "Approvals")
        try await terminal.press("j", "Enter", "G")
        try await terminal.wait("the cursor is on the heaviest role") { $0.contains("▌") }
        try await terminal.press("g", "j", "j", "j", "n")
        try await terminal.wait("a new role under Gerente") {
            $0.contains("New role") && $0.contains("‹ Gerente ›")
        }
        try await terminal.type("Gerente Regional")
        try await terminal.press("Enter")
        let screen = try await terminal.wait("the role is there") {
            $0.contains("parent Gerente") && !$0.contains("New role")
        }
        // Each permission with where it was inherited from.
        #expect(screen.contains(/✓ catalog\.read +Guest/))
        #expect(screen.contains(/✓ catalog\.publish +Member/))
        #expect(screen.contains(/✓ stats\.read +Supervisor/))
        #expect(screen.contains(/✓ users\.read +Gerente/))
        #expect(screen.contains(/· roles\.manage +–/))
    }
}
