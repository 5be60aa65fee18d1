import API
import APIClient
import Domain
import Foundation
import Testing

/// Counts, ranges, held keys, bulk acts and undo with a real engine behind them.
@Suite(.inTurn) struct ManyAtOnceTests {
    @Test("a range is fetched together, paused by one press, removed together, and brought back")
    func range() async throws {
        try await RunningServer.run { server in
            let gil = try await Person.joining(server, "gil", as: BuiltInRoles.gerente)
            let me = try await Person.signedIn("admin", at: server)
            try await seeding(["Aula 01", "Aula 02", "Aula 03"], by: gil, on: server) {
                try await me.screen { terminal, _ in
                    try await terminal.wait("all three are listed") { screen in
                        (1...3).allSatisfy { screen.contains("Aula 0\($0)") }
                    }
                    // A count, and no pane: they come faster than a digit rests.
                    try await terminal.type("v2j")
                    try await terminal.wait(for: "range of 3")
                    try await terminal.press("v", "d")
                    let preview = try await terminal.wait(for: "3 entries?")
                    #expect(preview.contains("in all"))
                    try await terminal.press("y", "2")
                    try await terminal.wait("the pane has opened by itself, with all three") {
                        $0.matches(of: /✓ Aula 0\d .* 100%/).count == 3
                    }

                    // As often as a keyboard repeats: by an even number of times nothing would stop.
                    try await terminal.type("pppp")
                    try await terminal.wait(for: "paused")

                    try await terminal.press("*", "d")
                    try await terminal.wait(for: "3 torrents?")
                    try await terminal.press("y")
                    try await terminal.wait(for: "Nothing here yet")
                    #expect(me.home.names("Downloads").count == 3)
                    try await terminal.press("u")
                    try await terminal.wait("all three are back, and complete") {
                        $0.matches(of: /✓ Aula 0\d .* 100%/).count == 3
                    }
                    try await terminal.press("Q")
                    #expect(try await terminal.aftermath() == .restored(0))
                }
            }
        }
    }

    private func seeding(
        _ titles: [String], by person: Person, on server: RunningServer,
        _ body: () async throws -> Void
    ) async throws {
        guard let title = titles.first else { return try await body() }
        let file = try person.home.write(noise(200_000), to: "\(title).pdf")
        try await person.seeding(file, titled: title) { entry in
            try await server.admin().awaitSeeder(of: entry.id)
            try await seeding(Array(titles.dropFirst()), by: person, on: server, body)
        }
    }
}
