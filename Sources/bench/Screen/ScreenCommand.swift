import ArgumentParser
import Foundation

struct ScreenCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "screen", abstract: "Scrolls the full screen, beside rtorrent and htop.",
        discussion: """
            The client's own loop, rules and terminal run on a terminal of 200 columns and 60 rows, \
            over made entries and torrents; the start is that of the real enxame, which should be \
            beside this program, with its server. Exits with 1 when a bar is missed.
            """)

    @Option(help: "Entries of the catalog.")
    var entries = 100_000

    @Option(help: "Torrents.")
    var transfers = 10_000

    @Option(help: "How many of them change each second.")
    var changing = 200

    @Option(help: "How often each key is pressed.")
    var presses = 200

    @Option(help: "Seconds in which nothing happens.")
    var idle = 10.0

    @Flag(inversion: .prefixedNo, help: "Also scroll rtorrent and htop.")
    var others = true

    func validate() throws {
        guard entries > 0, transfers > 0, changing >= 4, presses > 0, idle > 0 else {
            throw ValidationError("Each number is at least 1, and 4 or more torrents change.")
        }
    }

    func run() async throws {
        do {
            let run = ScreenRun(
                entries: entries, transfers: transfers, changing: changing, presses: presses,
                idle: idle, withOthers: others, interruption: Interruption.shared.latch)
            let report = try await onOwnThread { try run.run() }
            Output.line(report.text)
            if !report.isGood { throw ExitCode(1) }
        } catch let code as ExitCode {
            throw code
        } catch BenchError.interrupted {
            throw ExitCode(130)
        } catch {
            Output.error("bench: \(error)\n")
            throw ExitCode(69)
        }
    }
}
