import Testing

/// What somebody sees who has never been here.
@Suite(.inTurn) struct WelcomeTests {
    @Test("the first time one is shown around, with the keys that hold, and never again")
    func welcome() async throws {
        try await RunningServer.run { server in
            let person = try await Person.signedIn("admin", at: server)
            try await person.screen(isNewHere: true) { terminal, _ in
                let screen = try await terminal.wait(for: "Every command by name")
                #expect(screen.contains("Welcome"))
                try await terminal.press("Enter")
                try await terminal.wait("the welcome is gone") {
                    !$0.contains("Every command by name")
                }
                try await terminal.press("Q")
                #expect(try await terminal.aftermath() == .restored(0))
            }
            try await person.screen(isNewHere: true) { terminal, _ in
                let screen = try await terminal.wait(for: "● live")
                #expect(!screen.contains("Every command by name"))
            }
        }
    }
}
