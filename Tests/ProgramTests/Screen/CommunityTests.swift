import API
import APIClient
import Domain
import Foundation
import Testing

/// Signing in at the keyboard, and what others do while one looks.
@Suite(.inTurn) struct CommunityTests {
    @Test("an address is typed, a wrong password is told, the right one opens the catalog")
    func enterAddress() async throws {
        try await RunningServer.run { server in
            try await TerminalSession.screen("", in: TemporaryFolder()) { terminal, _ in
                try await terminal.wait(for: "Enter a server's address")
                try await terminal.press("Up", "Enter")
                try await terminal.wait(for: "Address")
                try await terminal.type(server.url)
                try await terminal.press("Enter")
                try await terminal.wait(for: "Username")
                try await terminal.type("admin")
                try await terminal.press("Enter")
                try await terminal.type("admin124")
                try await terminal.press("Enter")
                let wrong = try await terminal.wait(
                    for: "That username and password do not belong together.")
                #expect(!wrong.contains("admin124"))
                try await terminal.press("C-u")
                try await terminal.type("admin123")
                try await terminal.press("Enter")
                try await terminal.wait(for: "admin [SuperAdmin]")
            }
        }
    }

    @Test("what others publish shows without a key pressed; to a member, only what is for members")
    func live() async throws {
        try await RunningServer.run { server in
            let maria = try await Person.joining(server, "maria", as: BuiltInRoles.member)
            let rui = try await Person.joining(server, "rui", as: BuiltInRoles.member)
            let ana = try await Person.joining(server, "ana", as: BuiltInRoles.admin)
            let recipes = try maria.home.write(noise(1000), to: "receitas.txt")
            let backup = try ana.home.write(noise(1000), to: "backup.tar")

            try await rui.screen(width: 80, height: 24) { member, _ in
                try await ana.screen { staff, _ in
                    try await member.wait(for: "The catalog is empty.")
                    try await staff.wait(for: "● live")
                    try await maria.seeding(recipes, titled: "Receitas da cantina") { entry in
                        try await staff.wait(for: "4 Admin ●1")
                        #expect(try await member.screen().contains("The catalog is empty."))
                        _ = try await server.admin().call(
                            Endpoints.approve, ids: [entry.id.rawValue])
                        try await staff.wait(for: "Receitas da cantina")

                        try await ana.seeding(backup, titled: "Backup", minRoleWeight: 400) { _ in
                            try await staff.wait(for: "⚑ Backup")
                            let screen = try await member.wait("the recipes, and a seeder") {
                                $0.contains(/Receitas da cantina .* ▲ +1/)
                            }
                            #expect(!screen.contains("Backup"))
                            #expect(!screen.contains("4 Admin"))
                        }
                    }
                }
            }
        }
    }
}
