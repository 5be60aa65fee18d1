import ArgumentParser
import Foundation

struct TrackerCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "tracker", abstract: "Announces to the tracker, beside opentracker.",
        discussion: """
            Ours writes its ledger to SQLite; opentracker, from Debian, counts nothing. Both get \
            the same announces from the same generators, one after the other, and their processor \
            time is the system's account of their processes. Exits with 1 when a bar is missed or \
            a byte is.
            """)

    enum Wire: String, ExpressibleByArgument, CaseIterable, Sendable {
        case http, keepalive, udp
    }

    @Argument(help: "http (a connection for each announce), keepalive or udp.")
    var wire: Wire = .http

    @Option(help: "How many torrents.")
    var torrents = 1000

    @Option(help: "Peers in each.")
    var peers = 100

    @Option(help: "How many users they are of.")
    var users = 10_000

    @Option(help: "Seconds of each run.")
    var seconds = 5.0

    @Option(help: "Threads that announce.")
    var generators = 2

    @Option(help: "Announces that each of them has under way at once.")
    var window = 32

    func validate() throws {
        guard torrents > 0, peers > 0, users > 0, seconds > 0, (1...64).contains(generators),
            (1...1024).contains(window), torrents * peers >= generators * 2
        else {
            throw ValidationError(
                "Each number is at least 1; generators go to 64, their windows to 1024.")
        }
    }

    func run() async throws {
        do {
            let report = try await TrackerRun(
                crowd: Crowd(torrents: torrents, peers: peers, users: users), wire: wire,
                seconds: seconds, generators: generators, window: window,
                interruption: Interruption.shared.latch
            ).run()
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
