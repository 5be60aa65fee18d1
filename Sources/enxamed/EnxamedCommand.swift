import ArgumentParser

/// `enxamed`: with no subcommand, the server.
@main
struct EnxamedCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "enxamed",
        abstract: "The server of a private BitTorrent community.",
        discussion: """
            Serves the HTTP API and the tracker from a data folder with an embedded database. \
            Each setting can also stand in the environment or in a file .env here; a flag wins \
            over the environment, and the environment over the file.
            """,
        subcommands: [
            ServeCommand.self, LedgerCommand.self, AuditCommand.self, ExportCommand.self,
            ImportCommand.self, BackupCommand.self, KeysCommand.self, ManualCommand.self,
        ],
        defaultSubcommand: ServeCommand.self)
}
