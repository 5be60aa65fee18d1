import API
import ArgumentParser
import Cells
import Client
import ClientRuntime
import Domain
import Foundation
import Terminal

/// The client's own loop, screen and rules on the terminal that it is started on; only what it would
/// ask of a server and of torrents is made up.
struct ScreenChildCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "screen-child", abstract: "The screen over made data.", shouldDisplay: false)

    @Option var report: String
    @Option var entries: Int
    @Option var transfers: Int
    @Option var changing: Int

    func run() async throws {
        guard let server = ServerAddress("http://127.0.0.1:1") else {
            throw BenchError.wrong(option: "server", expected: "an address")
        }
        let rest = MadeRest()
        let handler = EffectHandler(
            Ports(
                community: MadeCommunity(catalog: MadeCatalog(count: entries)),
                transfers: MadeSession(count: transfers, changing: changing), desktop: rest,
                host: rest, memory: rest))
        let state = AppState(
            size: Size(width: 80, height: 24),
            now: Moment(milliseconds: Int64(Date().timeIntervalSince1970 * 1000)), server: server)
        let settings = TerminalSettings(environment: ProcessInfo.processInfo.environment)
        let report = report
        _ = try await Runtime.run(.client(state, themes: [.builtIn], handler: handler)) {
            MeteredScreen(try Screen(settings), report: report)
        }
    }
}
