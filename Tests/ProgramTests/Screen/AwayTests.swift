import Domain
import Foundation
import Testing

/// A server that is not there any more, or not yet.
@Suite(.inTurn) struct AwayTests {
    @Test("what was seen can be searched while the server is gone, also after a new start")
    func gone() async throws {
        try await RunningServer.run { server in
            let maria = try await Person.joining(server, "maria", as: BuiltInRoles.admin)
            let recipes = try maria.home.write(noise(1000), to: "receitas.txt")
            try await maria.seeding(recipes, titled: "Receitas da cantina") { _ in
                try await maria.screen { terminal, _ in
                    try await terminal.wait(for: "Receitas da cantina")
                    try await server.crash()
                    try await terminal.wait(for: "reconnecting")
                    try await terminal.press("/")
                    try await terminal.type("receitas")
                    try await terminal.wait(for: "Nobody answers. This is what was seen here")
                    #expect(try await terminal.screen().contains("Receitas da cantina"))
                    try await terminal.press("Enter", "Q")
                    #expect(try await terminal.aftermath() == .restored(0))
                }
                let folder = maria.home.path + "/.local/state/enxame/catalog"
                let files = try FileManager.default.contentsOfDirectory(atPath: folder)
                #expect(files.count == 1)
                try await maria.screen { terminal, _ in
                    try await terminal.wait(for: "Nobody answers. This is what was seen here")
                    #expect(try await terminal.screen().contains("Receitas da cantina"))
                    #expect(try await terminal.screen().contains("maria [Admin]"))
                    try await terminal.wait(for: "reconnecting")
                    try await server.restart()
                    try await terminal.wait("the community has the word again") {
                        $0.contains("● live") && !$0.contains("Nobody answers")
                    }
                    try await terminal.press("Q")
                    #expect(try await terminal.aftermath() == .restored(0))
                }
            }
        }
    }
}
