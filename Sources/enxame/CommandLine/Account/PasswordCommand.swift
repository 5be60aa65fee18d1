import API
import APIClient
import ArgumentParser
import Foundation

struct PasswordCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "password", abstract: "Change your password.",
        discussion: """
            Asks for the current and the new one without showing them, or reads a line of each \
            from standard input. Every session ends, this one too.
            """)

    @OptionGroup var common: CommonFlags

    func run() async throws {
        try await reporting {
            let client = try common.personalClient()
            guard await client.isSignedIn else { throw APIError.unauthorised(nil) }
            let current = try PasswordPrompt.read("Current password: ")
            let new = try PasswordPrompt.read("New password: ")
            // Whoever cannot see what they type types it twice; a script does not mistype.
            if PasswordPrompt.isAsking, try PasswordPrompt.read("Once more: ") != new {
                throw CommandFailure(.badData, "the two passwords differ, so nothing was changed")
            }
            let changed = try await client.call(
                Endpoints.changePassword, body: PasswordChange(current: current, new: new))
            // It is over already; only what is kept here has to go.
            try? await client.signOut()
            if common.json { return try Console.json(changed) }
            try Console.line(
                "The password is changed and every session is over: sign in again with enxame login."
            )
            if changed.apiKeys > 0 {
                let keys =
                    changed.apiKeys == 1
                    ? "1 key for scripts" : "\(changed.apiKeys) keys for scripts"
                try Console.line("\(keys) ended with the old one: make another with enxame keys.")
            }
        }
    }
}
