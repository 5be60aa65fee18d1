import ArgumentParser

/// `bench`: the measurements, never part of the tests.
@main
struct BenchCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "bench", abstract: "Measures Enxame as its users meet it.",
        discussion: "Build it, and what it measures, with `swift build -c release`.",
        subcommands: [
            ScreenCommand.self, ScreenChildCommand.self, SearchCommand.self, TrackerCommand.self,
        ])
}
