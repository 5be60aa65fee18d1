import API
import APIClient
import ArgumentParser
import Client
import Domain
import Foundation
import Torrents

struct DownloadCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "download", abstract: "Download an entry of the catalog.",
        discussion: """
            Ends when everything is here and verified. Ended before, it goes on where it was when \
            it is called again.
            """)

    @OptionGroup var common: CommonFlags

    @Option(help: "The entry's number, as list and search show it.")
    var fileId: Int64?

    @Argument(help: "The entry's number, as list and search show it.")
    var id: Int64?

    @Option(help: "The folder to save to.")
    var dest = "."

    @Option(help: "Where peers reach us, in libtorrent's notation.")
    var listenPeers = TorrentSettings.everywhere(port: 0)

    @Flag(help: "Go on seeding until interrupted.")
    var seed = false

    func run() async throws {
        guard let number = fileId ?? id, number > 0 else {
            throw ValidationError("Say which entry: enxame download 12")
        }
        try await reporting {
            let client = try common.client()
            let entry = CatalogID(number)
            let detail = try await client.call(Endpoints.catalogEntry, ids: [number])
            let torrent = try await client.torrentFile(entry)
            let state = common.folders.state + "/downloads/\(detail.summary.infoHash)"
            let watch = try TransferWatch(
                settings: TorrentSettings(listen: listenPeers, stateFolder: state))
            let (seeds, json, dest) = (seed, common.json, dest)
            do {
                try await Interrupt().end {
                    _ = try await watch.session.restore()
                    let hash = try await watch.session.add(torrent: torrent, saveTo: dest)
                    try await Self.follow(
                        hash, detail.summary.title, watch, client: client, json: json,
                        seeds: seeds)
                }
            } catch {
                await watch.session.shutdown()
                throw error
            }
            await watch.session.shutdown()
            try? FileManager.default.removeItem(atPath: state)
        }
    }

    private static func follow(
        _ hash: InfoHash, _ title: String, _ watch: TransferWatch, client: APIClient, json: Bool,
        seeds: Bool
    ) async throws {
        let line = ProgressLine(title)
        defer { line.finish() }
        let reports = ReportSender(client: client)
        let figures = Figures(.english)
        var isDone = false
        for await event in watch.events {
            try Task.checkCancellation()
            await reports.note(event)
            await reports.attestInTime(watch.session)
            switch event {
            case .changed(let transfers):
                guard let transfer = transfers.first(where: { $0.infoHash == hash }) else { break }
                if let problem = transfer.problem {
                    throw CommandFailure(.cannotCreate, problem)
                }
                if json {
                    try Console.json(DownloadProgress(transfer))
                } else {
                    line.show(transfer.progress, transfer.facts(figures))
                }
                isDone = transfer.isComplete
            case .trackerProblem(_, let message):
                line.finish()
                Console.error("tracker: \(message)")
            case .torrentFinished where seeds: await reports.attest(watch.session)
            default: break
            }
            if isDone, !seeds { break }
        }
        await reports.flush()
        await reports.attest(watch.session)
        try Task.checkCancellation()
    }
}

/// A line of `download --json`.
private struct DownloadProgress: Encodable {
    let state: String
    let done: ByteCount
    let size: ByteCount
    let downloadRate: ByteCount
    let peers: Int
    let path: String
    let name: String

    init(_ transfer: Transfer) {
        state = transfer.isComplete ? "complete" : transfer.state.rawValue
        done = transfer.done
        size = transfer.size
        downloadRate = transfer.downloadRate
        peers = transfer.peers
        path = transfer.savePath
        name = transfer.name
    }
}
