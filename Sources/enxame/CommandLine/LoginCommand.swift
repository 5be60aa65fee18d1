import API
import APIClient
import ArgumentParser
import Domain
import Foundation

struct LoginCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "login", abstract: "Sign in, and stay signed in.",
        discussion: "Without --password it is asked for, or read from standard input.")

    @OptionGroup var common: CommonFlags

    @Option(help: "The account's name.")
    var username: String?

    @Option(help: "The password. Others on this machine can see it: better leave it out.")
    var password: String?

    @Option(help: "A code of the second factor, where the account has one; else it is asked for.")
    var code: String?

    @Argument(help: "The account's name.")
    var name: String?

    func run() async throws {
        try await reporting {
            guard let user = username ?? name else {
                throw ValidationError("Say who signs in: enxame login NAME")
            }
            let client = try common.personalClient()
            let secret =
                try password
                ?? PasswordPrompt.read("Password of \(user) at \(client.server.url): ")
            let request = SignInRequest(username: user, password: secret, code: code)
            do {
                try await client.signIn(request)
            } catch APIError.refused(let problem) where problem.code == "second_factor_needed" {
                try await client.signIn(
                    SignInRequest(
                        username: user, password: secret,
                        code: try PasswordPrompt.code("Code of the second factor: ")))
            }
            let me = try await client.call(Endpoints.me)
            do {
                try common.sessions.update(client.server.url) { $0.username = me.username }
            } catch {
                throw CommandFailure(
                    .cannotCreate, "cannot write \(common.sessions.path), so nothing was kept")
            }
            if common.json {
                try Console.json(me)
            } else {
                try Console.line(
                    "Signed in to \(client.server.url) as \(me.username) (\(me.role.name)).")
            }
        }
    }
}

struct LogoutCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "logout", abstract: "End the session on this machine.")

    @OptionGroup var common: CommonFlags

    func run() async throws {
        try await reporting {
            let client = try common.personalClient()
            try await client.signOut()
            if !common.json { try Console.line("Signed out of \(client.server.url).") }
        }
    }
}
