import Foundation
import Testing

/// The program that holds an API against its OpenAPI document, as `make schemathesis` installs it.
enum Schemathesis {
    /// A refusal with a documented status is an answer too: no document says that the role 328
    /// does not exist, or that a name is taken.
    private static let settings = """
        [checks.positive_data_acceptance]
        expected-statuses = ["2xx", "400", "401", "403", "404", "409", "413", "422", "429"]
        [checks.negative_data_rejection]
        expected-statuses = ["400", "401", "403", "404", "405", "409", "413", "422", "429"]
        """

    /// Fails the test, with the request that did it, when an answer is a 5xx, is not documented, or
    /// is not as documented. `operations` are the flags that choose among them, `cases` how many
    /// each gets.
    static func run(
        _ token: String, _ operations: [String], cases: Int, against server: RunningServer
    ) async throws {
        let folder = try TemporaryFolder()
        try folder.write(Array(settings.utf8), to: "schemathesis.toml")
        let program = try await RunningProgram.start(
            "schemathesis",
            [
                "--config-file", "schemathesis.toml", "run", server.url + "/openapi.json",
                "--checks", "all", "--phases", "examples,coverage,fuzzing",
                "--header", "Authorization: Bearer \(token)",
                "--max-examples", String(cases),
                "--seed", "1", "--workers", "2", "--generation-database", "none",
                "--request-timeout", "30", "--warnings", "off", "--no-color",
            ] + operations, environment: environment(folder), in: folder.path)
        // Half a minute, on a machine that does nothing else.
        let ended = try await program.end(within: 300)
        #expect(ended.code == 0, "\(ended.output)\(ended.error)")
    }

    private static func environment(_ folder: TemporaryFolder) -> [String: String] {
        var checkout = URL(filePath: #filePath)
        for _ in 1...4 { checkout.deleteLastPathComponent() }
        var environment = Binaries.environment(home: folder.path)
        environment["PATH"] =
            checkout.path + "/.build/schemathesis/bin:" + (environment["PATH"] ?? "")
        return environment
    }
}
