import API
import APIClient
import ArgumentParser
import Client
import Foundation
import Torrents

struct ScreenCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "screen", abstract: "Open the full screen (the default).")

    @Option(help: "The server, like https://community.example (ENXAME_SERVER; else the last one).")
    var server: String?

    @Option(help: "Where peers reach us, in libtorrent's notation.")
    var listenPeers = TorrentSettings.everywhere(port: 6881)

    @Flag(help: "Write lines instead of a screen: for screen readers and simple terminals.")
    var plain = false

    @Option(help: .hidden)
    var hostListen = HostAdapter.Listen.standard.api

    @Option(help: .hidden)
    var hostTrackerListen = HostAdapter.Listen.standard.tracker

    func run() async throws {
        try await reporting {
            if !plain { try ScreenSession.checkTerminal() }
            let folders = ClientFolders()
            let environment = ProcessInfo.processInfo.environment["ENXAME_SERVER"]
            let given = server ?? environment.flatMap { $0.isEmpty ? nil : $0 }
            let last = SessionFile(folder: folders.state).servers.first?.url
            var address: ServerAddress?
            if let text = given ?? last {
                address = ServerAddress(text)
                if address == nil, given != nil {
                    throw ValidationError("“\(text)” is not the address of a server.")
                }
            }
            try await ScreenSession.run(
                ScreenSession.Start(
                    folders: folders, server: address, listenPeers: listenPeers,
                    isPlain: plain,
                    hostListen: HostAdapter.Listen(api: hostListen, tracker: hostTrackerListen)))
        }
    }
}
