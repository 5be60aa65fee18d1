import API
import APIClient
import ArgumentParser

struct RegisterCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "register", abstract: "Open an account, and sign in with it.",
        discussion: "Without --password it is asked for, or read from standard input.")

    @OptionGroup var common: CommonFlags

    @Argument(help: "The account's name.")
    var name: String

    @Option(help: "The code of an invitation, where newcomers need one.")
    var invite: String?

    @Option(help: "The password. Others on this machine can see it: better leave it out.")
    var password: String?

    func run() async throws {
        try await reporting {
            let client = try common.personalClient()
            let secret =
                try password
                ?? PasswordPrompt.read("A password for \(name) at \(client.server.url): ")
            let user = try await client.call(
                Endpoints.register,
                body: Registration(username: name, password: secret, inviteCode: invite))
            try await client.signIn(SignInRequest(username: name, password: secret))
            do {
                try common.sessions.update(client.server.url) { $0.username = user.username }
            } catch {
                throw CommandFailure(
                    .cannotCreate, "cannot write \(common.sessions.path), so nothing was kept")
            }
            if common.json {
                try Console.json(user)
            } else {
                try Console.line(
                    "Welcome to \(client.server.url), \(user.username) (\(user.role.name)).")
            }
        }
    }
}
