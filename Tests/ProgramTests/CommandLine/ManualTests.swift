import Foundation
import Testing

/// The manual pages and completions that `make install` writes.
@Suite(.inTurn) struct ManualTests {
    private func run(
        _ program: String, _ arguments: [String], input: String = ""
    ) async throws -> Ended {
        let home = try TemporaryFolder()
        return try await RunningProgram.start(
            program, arguments, environment: Binaries.environment(home: home.path), in: home.path,
            input: input
        ).end()
    }

    @Test(
        "troff has nothing to say against the manual pages", arguments: ["enxame", "enxamed"])
    func troff(program: String) async throws {
        let page = try await run(program, ["manual"])
        #expect(page.code == 0 && page.error.isEmpty)
        let set = try await run(
            "groff", ["-man", "-Tutf8", "-ww", "-K", "utf8", "-P-c"],
            input: page.output)
        #expect(set.code == 0)
        #expect(set.error.isEmpty, "\(set.error)")
        // Letters that were struck twice are bold.
        let text = set.output.replacing(/.\u{8}/, with: "")
        for heading in ["NAME", "SYNOPSIS", "COMMANDS", "FILES", "EXIT STATUS"] {
            #expect(text.contains(heading))
        }
    }

    @Test("the client's page has every key and every command")
    func whole() async throws {
        let page = try await run("enxame", ["manual"]).output
        for line in try await run("enxame", ["keymap"]).output.split(separator: "\n") {
            guard let match = line.firstMatch(of: /^([a-z-]+) = \["/) else { continue }
            let name = match.1.replacing("-", with: "\\-")
            #expect(page.contains("[\(name)]"), "\(line)")
        }
        for command in ["demo", "search", "seed", "keymap", "2fa"] {
            #expect(page.contains(".SS \"\(command)"))
        }
        #expect(!page.contains("demo\\-community"))
    }

    @Test(
        "there are completions for three shells",
        arguments: ["enxame", "enxamed"], ["bash", "zsh", "fish"])
    func completions(program: String, shell: String) async throws {
        let script = try await run(program, ["--generate-completion-script", shell])
        #expect(script.code == 0 && script.output.contains(program))
        guard shell == "bash" else { return }
        // What bash cannot read it names here.
        let read = try await run("bash", ["-n"], input: script.output)
        #expect(read.code == 0 && read.error.isEmpty)
    }
}
