import API
import APIClient
import ArgumentParser
import Cells
import Client

struct SecondFactorCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "2fa", abstract: "Turn the second factor of your account on or off.",
        subcommands: [On.self, Off.self])

    struct On: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "on", abstract: "Ask for a code of an authenticator at each sign-in.",
            discussion: """
                Asks for the password, says the secret for the authenticator, asks for a first \
                code, and says the recovery codes. Both are shown this once.
                """)

        @OptionGroup var common: CommonFlags

        func run() async throws {
            try await reporting {
                let client = try common.personalClient()
                guard await client.isSignedIn else { throw APIError.unauthorised(nil) }
                let password = try PasswordPrompt.read("Password: ")
                let begun = try await client.call(
                    Endpoints.beginSecondFactor, body: SecondFactorRequest(password: password))
                if common.json {
                    try Console.json(begun)
                } else {
                    try Console.line("Give this to an authenticator:")
                    try Console.line("  secret, for typing     \(OnceState.grouped(begun.secret))")
                    try Console.line(
                        "  address, for scanning  \(begun.otpauthUri.cleanedForScreen)")
                }
                let codes = try await confirm(with: client)
                if common.json { return try Console.json(codes) }
                try Console.line("The second factor is on. Write these recovery codes down now;")
                try Console.line("each signs in once in place of a code, and they are not kept:")
                for code in codes.recoveryCodes {
                    try Console.line("  \(code.cleanedForScreen)")
                }
            }
        }

        /// A slip of the finger does not send anybody back to the secret.
        private func confirm(with client: APIClient) async throws -> RecoveryCodes {
            for _ in 1..<(PasswordPrompt.isAsking ? 3 : 1) {
                do {
                    return try await confirmOnce(with: client)
                } catch APIError.unauthorised(let problem) {
                    guard let problem, problem.code == "wrong_code" else {
                        throw APIError.unauthorised(problem)
                    }
                    Console.error(problem.detail.cleanedForScreen)
                }
            }
            return try await confirmOnce(with: client)
        }

        private func confirmOnce(with client: APIClient) async throws -> RecoveryCodes {
            let code = try PasswordPrompt.code("The code that it shows now: ")
            return try await client.call(
                Endpoints.confirmSecondFactor, body: SecondFactorCode(code: code))
        }
    }

    struct Off: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "off", abstract: "Let the password alone sign in again.",
            discussion: "Asks for the password, and for a code or a recovery code.")

        @OptionGroup var common: CommonFlags

        func run() async throws {
            try await reporting {
                let client = try common.personalClient()
                guard await client.isSignedIn else { throw APIError.unauthorised(nil) }
                let password = try PasswordPrompt.read("Password: ")
                let removal = SecondFactorRemoval(
                    password: password, code: try PasswordPrompt.code("Code, or recovery code: "))
                _ = try await client.call(Endpoints.removeSecondFactor, body: removal)
                if !common.json { try Console.line("The second factor is off.") }
            }
        }
    }
}
