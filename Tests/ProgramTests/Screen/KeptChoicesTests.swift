import Foundation
import Testing

/// What is chosen on the screen and holds at the next start.
@Suite(.inTurn) struct KeptChoicesTests {
    @Test("limits and columns hold at the next start, and a broken file is told and stops nothing")
    func kept() async throws {
        try await RunningServer.run { server in
            let person = try await Person.signedIn("admin", at: server)
            try await person.screen(width: 120, height: 40) { terminal, _ in
                try await terminal.wait(for: "● live")
                try await terminal.press("L")
                try await terminal.wait(for: "empty for no limit")
                try await terminal.type("fast")
                try await terminal.press("Enter")
                try await terminal.wait(for: "A limit is a number with a unit")
                try await terminal.press("C-u")
                try await terminal.type("2M")
                try await terminal.press("Enter")
                try await terminal.wait(for: "At most ↓ 2 MiB/s.")
                try await terminal.wait(for: " of 2M")
                try await terminal.press("C")
                try await terminal.wait(for: "Columns of Catalog")
                try await terminal.press("j", "Space", "Escape")
                try await terminal.wait("the column is hidden") {
                    !$0.contains("Columns of") && !$0.contains(" Type ")
                }
                // It goes by itself.
                try await terminal.wait("the toast has faded") { !$0.contains("At most ↓") }
                try await terminal.press("Q")
                #expect(try await terminal.aftermath() == .restored(0))
            }
            #expect(
                person.home.text(".local/state/enxame/limits.json")?.contains("2097152") == true)
            try await person.screen(width: 120, height: 40) { terminal, _ in
                let screen = try await terminal.wait(for: " of 2M")
                #expect(screen.contains("Swarm") && !screen.contains(" Type "))
            }
            _ = try person.home.write(Array("{".utf8), to: ".local/state/enxame/columns.json")
            try await person.screen(width: 120, height: 40) { terminal, _ in
                try await terminal.wait(
                    for: "columns.json in the state folder cannot be understood")
                try await terminal.wait("the standard columns are there") { $0.contains(" Type ") }
            }
        }
    }
}
