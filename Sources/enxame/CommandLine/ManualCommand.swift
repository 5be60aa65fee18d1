import APIClient
import ArgumentParser
import Client
import Manuals

/// Written by `make install`.
struct ManualCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "manual", abstract: "Write the manual page.", shouldDisplay: false)

    func run() throws {
        try Console.line(
            try ManualPage(
                of: EnxameCommand.self, source: "enxame \(APIClient.version)",
                sections: [Self.keys, Self.files, Self.environment, Self.exitStatus]
            ).roff)
    }

    private static var keys: ManualPage.Section {
        var section = ManualPage.Section("Keys")
        section.words = """
            As they come; your own stand in the settings file. In brackets is the name of the \
            place, and then of the action, in that file.
            """
        section.parts = Keymap.standard.described(in: .english).map { place in
            var part = ManualPage.Section("\(place.title) [\(place.name)]")
            part.items = place.lines.map { ($0.keys, "\($0.title) [\($0.name)]") }
            return part
        }
        return section
    }

    private static var files: ManualPage.Section {
        var section = ManualPage.Section("Files")
        section.items = [
            ("$XDG_CONFIG_HOME/enxame/config.toml", "Settings: language and keys."),
            (
                "$XDG_CONFIG_HOME/enxame/themes, $XDG_CONFIG_HOME/btop/themes",
                "Themes of your own, in btop's format."
            ),
            (
                "$XDG_STATE_HOME/enxame",
                "Sessions, transfers and what else is remembered; tokens in files of mode 0600."
            ),
        ]
        return section
    }

    private static var environment: ManualPage.Section {
        var section = ManualPage.Section("Environment")
        section.items = [
            ("ENXAME_SERVER", "The community to speak to, unless --server says so."),
            ("ENXAME_TOKEN", "A key for scripts, in place of a session."),
            ("NO_COLOR", "Shows no colours if it is set and not empty."),
            ("COLORTERM", "truecolor or 24bit: the terminal shows every colour."),
            ("LC_ALL, LC_MESSAGES, LANG", "The language; pt for Portuguese, else English."),
        ]
        return section
    }

    private static var exitStatus: ManualPage.Section {
        var section = ManualPage.Section("Exit status")
        section.words = "0 when all went well, and else after sysexits.h:"
        section.items = ExitStatus.allCases.map { ("\($0.rawValue)", $0.meaning) }
        return section
    }
}
