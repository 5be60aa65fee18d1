import ArgumentParser

/// `enxame`: with no subcommand, the full screen.
@main
struct EnxameCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "enxame",
        abstract: "A private BitTorrent community in a terminal.",
        discussion: "Without a command it opens the full screen. Try it: enxame demo",
        version: "0.1.0",
        subcommands: [
            ScreenCommand.self, DemoCommand.self, LoginCommand.self, RegisterCommand.self,
            LogoutCommand.self,
            ListCommand.self, SearchCommand.self, DownloadCommand.self, SeedCommand.self,
            DemoCommunityCommand.self,
        ],
        defaultSubcommand: ScreenCommand.self)
}
