import API
import Foundation
import Testing

/// Somebody at a shell, with a home of their own and the real `enxame`.
struct Person {
    let home: TemporaryFolder
    let server: String

    init(at server: String) throws {
        home = try TemporaryFolder()
        self.server = server
    }

    /// Signed in by the command line.
    static func signedIn(_ username: String, at server: RunningServer) async throws -> Person {
        let person = try Person(at: server.url)
        let request = RunningServer.request(username)
        let ended = try await person.enxame("login", username, input: request.password + "\n")
        try #require(ended.code == 0, "\(ended.error)")
        return person
    }

    var environment: [String: String] {
        Binaries.environment(home: home.path, ["ENXAME_SERVER": server])
    }

    /// Runs a command to its end.
    func enxame(_ arguments: String..., input: String = "") async throws -> Ended {
        try await enxame(arguments, input: input)
    }

    func enxame(_ arguments: [String], input: String = "") async throws -> Ended {
        try await start(arguments, input: input).end()
    }

    /// Starts a command, runs `body` beside it, and ends it.
    func enxame<T>(
        _ arguments: String..., beside body: (RunningProgram) async throws -> T
    ) async throws -> T {
        try await enxame(arguments, beside: body)
    }

    func enxame<T>(
        _ arguments: [String], beside body: (RunningProgram) async throws -> T
    ) async throws -> T {
        let program = try await start(arguments)
        do {
            let result = try await body(program)
            if program.isRunning { try await program.stop() }
            return result
        } catch {
            _ = try? await program.stop(SIGKILL)
            throw error
        }
    }

    private func start(_ arguments: [String], input: String = "") async throws -> RunningProgram {
        try await RunningProgram.start(
            "enxame", arguments, environment: environment, in: home.path, input: input)
    }
}
