import APIClient
import ArgumentParser

/// `enxame`: with no subcommand, the full screen.
@main
struct EnxameCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "enxame",
        abstract: "A private BitTorrent community in a terminal.",
        discussion: "Without a command it opens the full screen. Try it: enxame demo",
        version: APIClient.version,
        subcommands: [
            ScreenCommand.self, DemoCommand.self, LoginCommand.self, RegisterCommand.self,
            LogoutCommand.self,
            SessionsCommand.self, PasswordCommand.self, SecondFactorCommand.self, KeysCommand.self,
            KeymapCommand.self,
            InviteCommand.self, InvitationsCommand.self,
            ListCommand.self, SearchCommand.self, DownloadCommand.self, SeedCommand.self,
            DemoCommunityCommand.self, ManualCommand.self,
        ],
        defaultSubcommand: ScreenCommand.self)
}
