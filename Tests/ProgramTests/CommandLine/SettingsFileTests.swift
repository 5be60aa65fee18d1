import Foundation
import Testing

/// `config.toml`, as the programs read it.
@Suite(.inTurn) struct SettingsFileTests {
    private func write(_ text: String, for person: Person) throws {
        let folder = person.home.path + "/.config/enxame"
        try FileManager.default.createDirectory(
            atPath: folder, withIntermediateDirectories: true)
        try text.write(toFile: folder + "/config.toml", atomically: false, encoding: .utf8)
    }

    @Test("what the keys are listed as is what the settings file says to change nothing")
    func listing() async throws {
        let person = try Person(at: "http://127.0.0.1:1")
        let listed = try await person.enxame("keymap")
        #expect(listed.code == 0 && listed.output.contains("[keys.catalog]"))
        try write(listed.output, for: person)
        let checked = try await person.enxame("keymap", "--check")
        #expect(checked.code == 0, "\(checked.error)")
        #expect(try await person.enxame("keymap").output == listed.output)
    }

    @Test("what the file gets wrong is named, each by itself, and the rest of it holds")
    func wrong() async throws {
        let person = try Person(at: "http://127.0.0.1:1")
        try write(
            """
            colour = "red"
            language = 7
            [keys]
            fly = "x"
            download = ["f5", 6]
            [keys.catalog]
            download = "f6"
            """, for: person)
        let checked = try await person.enxame("keymap", "--check")
        #expect(checked.code == 78 && checked.output.isEmpty)
        #expect(
            checked.complaints == [
                "config.toml: there is no setting “colour”",
                "config.toml: download: keys are a text, or a list of texts",
                "config.toml: there is no action “fly”",
                "config.toml: language is “en” or “pt”",
            ])
        #expect(try await person.enxame("keymap").output.contains("download = [\"f6\"]"))

        try write("[keys\n", for: person)
        let broken = try await person.enxame("keymap", "--check")
        #expect(broken.code == 78)
        #expect(broken.complaints == ["config.toml: line 1 is not TOML"])
    }

    @Test("the screen speaks the language that is set, has the keys, and tells what is wrong")
    func screen() async throws {
        let home = try TemporaryFolder()
        let folder = home.path + "/.config/enxame"
        try FileManager.default.createDirectory(
            atPath: folder, withIntermediateDirectories: true)
        try "language = \"pt\"\nfoo = 1\n[keys.sign-in]\nopen-help = \"f2\"\n"
            .write(toFile: folder + "/config.toml", atomically: false, encoding: .utf8)
        try await TerminalSession.screen("", in: home, width: 100, height: 24) { terminal, _ in
            try await terminal.wait(for: "não há configuração “foo”")
            try await terminal.press("F2")
            try await terminal.wait(for: "Teclas")
        }
    }
}
