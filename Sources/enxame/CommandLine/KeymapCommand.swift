import ArgumentParser
import Client

struct KeymapCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "keymap", abstract: "Show every key, as the settings file has them.",
        discussion: """
            Copy the lines that you want otherwise into config.toml in \
            $XDG_CONFIG_HOME/enxame (~/.config/enxame). What it gets wrong is named here and in \
            the program's activity.
            """)

    @Flag(help: "Only say what is wrong with the settings file; ends with 78 if anything is.")
    var check = false

    func run() throws {
        let configuration = Configuration(path: ClientFolders().configuration)
        let language = configuration.language ?? ScreenSession.language
        if !check { try Console.line(configuration.keymap.listing(in: language)) }
        for problem in configuration.problems {
            Console.error("config.toml: \(problem.said(in: language))")
        }
        if check, !configuration.problems.isEmpty {
            throw ExitCode(ExitStatus.badSettings.rawValue)
        }
    }
}
