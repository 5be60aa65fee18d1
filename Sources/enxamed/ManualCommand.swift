import ArgumentParser
import Manuals

/// Written by `make install`.
struct ManualCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "manual", abstract: "Write the manual page.", shouldDisplay: false)

    func run() throws {
        var files = ManualPage.Section("Files")
        files.items = [
            (".env", "Settings, one NAME=value a line; the environment wins over it."),
            (
                "$XDG_DATA_HOME/enxamed",
                "The data folder, where no other is given: the database and the signing keys."
            ),
        ]
        var status = ManualPage.Section("Exit status")
        status.words = """
            0 when all went well, 1 when a ledger or an audit log does not hold, and else after \
            sysexits.h.
            """
        Output.line(
            try ManualPage(
                of: EnxamedCommand.self, source: "enxamed", sections: [files, status]
            ).roff)
    }
}
