import API
import APIClient
import ArgumentParser
import Client
import Domain
import Foundation
import Torrents

struct SeedCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "seed", abstract: "Publish a file or folder, and seed it until interrupted.",
        discussion: "What was published before is only seeded.")

    @OptionGroup var common: CommonFlags

    @Option(help: "The file or folder to share.")
    var path: String?

    @Argument(help: "The file or folder to share.")
    var file: String?

    @Option(help: "The title in the catalog; else the file's name.")
    var title: String?

    @Option(help: "What to say about it.")
    var description = ""

    @Option(name: .customLong("tag"), help: "A keyword; may be given several times.")
    var tags: [String] = []

    @Option(help: "The least weight of a role that may see it, 0 to 1000.")
    var minRoleWeight = 0

    @Option(help: "Where peers reach us, in libtorrent's notation.")
    var listenPeers = TorrentSettings.everywhere(port: 0)

    @Option(help: "Upload at most so many KiB a second; 0 for no limit.")
    var uploadLimit: Int64 = 0

    func run() async throws {
        guard let path = path ?? file else {
            throw ValidationError("Say what to share: enxame seed PATH")
        }
        guard let weight = RoleWeight(minRoleWeight) else {
            throw ValidationError("--min-role-weight is a number from 0 to 1000.")
        }
        guard (0...(1 << 30)).contains(uploadLimit) else {
            throw ValidationError("--upload-limit is a number of KiB a second.")
        }
        try await reporting {
            let client = try common.client()
            let interrupt = Interrupt()
            let made = try await interrupt.end { try await Self.make(path) }
            let draft = PublishRequest(
                title: title ?? made.name, description: description, tags: tags,
                minRoleWeight: weight, torrent: Data(made.bytes).base64EncodedString())
            let entry = try await Publishing(client: client).publish(draft, hash: made.infoHash)
            let torrent = try await client.torrentFile(entry.id)
            let watch = try TransferWatch(
                settings: TorrentSettings(
                    listen: listenPeers, uploadLimit: ByteCount(clamping: uploadLimit * 1024)))
            let json = common.json
            do {
                try await interrupt.end {
                    let hash = try await watch.session.addSeed(
                        torrent: torrent, savePath: made.savePath)
                    if json { try Console.json(entry) } else { try Self.tell(entry) }
                    try await Self.follow(hash, entry, watch, client: client, json: json)
                }
            } catch {
                await watch.session.shutdown()
                // To be interrupted is how seeding ends.
                if !(error is CancellationError) { throw error }
            }
        }
    }

    private static func make(_ path: String) async throws -> MadeTorrent {
        let (steps, step) = AsyncStream.makeStream(of: Double.self)
        let line = Task {
            let line = ProgressLine("hashing")
            for await share in steps { line.show(share, []) }
            line.finish()
        }
        defer { step.finish() }
        let made = try await TorrentMaker.make(path: path) { done, size in
            step.yield(Double(done.bytes) / Double(max(1, size.bytes)))
        }
        step.finish()
        await line.value
        return made
    }

    private static func tell(_ entry: CatalogSummary) throws {
        switch entry.status {
        case .approved: try Console.line("Published as entry \(entry.id): \(entry.title)")
        case .pending:
            try Console.line("Published as entry \(entry.id); it waits for the staff's approval.")
        case .rejected: try Console.line("Entry \(entry.id) was rejected by the staff.")
        case .changesRequested:
            try Console.line("Entry \(entry.id) was sent back by the staff for changes.")
        }
    }

    /// Seeds until cancelled; the tracker is asked again as soon as an upload is approved.
    private static func follow(
        _ hash: InfoHash, _ entry: CatalogSummary, _ watch: TransferWatch, client: APIClient,
        json: Bool
    ) async throws {
        try await withThrowingTaskGroup { group in
            group.addTask {
                var known = entry.status
                for await event in client.events() {
                    let news: (status: CatalogStatus, reason: String?)?
                    switch event {
                    case .live:
                        // It may have been decided while nobody listened.
                        let now = try await client.call(
                            Endpoints.catalogEntry, ids: [entry.id.rawValue])
                        news = (now.summary.status, now.reason)
                    case .happened(let happened) where happened.catalogId == entry.id:
                        news = CatalogStatus(happened.kind).map { ($0, happened.reason) }
                    default: news = nil
                    }
                    guard let news, news.status != known else { continue }
                    known = news.status
                    try await heed(news.status, news.reason, of: hash, watch)
                }
            }
            group.addTask { try await report(hash, entry, watch, client: client, json: json) }
            // waitForAll would wait for the other one too before it throws.
            for try await _ in group {}
        }
    }

    private static func heed(
        _ status: CatalogStatus, _ reason: String?, of hash: InfoHash, _ watch: TransferWatch
    ) async throws {
        switch status {
        case .pending: break
        case .approved: try await watch.session.reannounce(hash)
        case .changesRequested:
            try Console.line("the staff asks for changes: \(reason ?? "no reason")")
        case .rejected:
            throw CommandFailure(.notAllowed, "the staff said no: \(reason ?? "no reason")")
        }
    }

    private static func report(
        _ hash: InfoHash, _ entry: CatalogSummary, _ watch: TransferWatch, client: APIClient,
        json: Bool
    ) async throws {
        let reports = ReportSender(client: client)
        let line = ProgressLine(entry.title)
        let figures = Figures(.english)
        defer { line.finish() }
        for await event in watch.events {
            await reports.note(event)
            if case .changed(let transfers) = event,
                let transfer = transfers.first(where: { $0.infoHash == hash })
            {
                if let problem = transfer.problem { throw CommandFailure(.failure, problem) }
                if !json {
                    line.show(
                        transfer.progress,
                        [
                            "↑ \(figures.compact(transfer.uploadRate))/s",
                            "Σ \(figures.compact(transfer.uploaded))", "⇄ \(transfer.peers)",
                        ])
                }
            }
            if case .uploadTick = event { await reports.flush() }
        }
    }
}

extension CatalogStatus {
    /// What an event means for the entry; a deleted one is as good as rejected.
    fileprivate init?(_ kind: CommunityEvent.Kind) {
        switch kind {
        case .catalogApproved: self = .approved
        case .catalogSentBack: self = .changesRequested
        case .catalogRejected, .catalogDeleted: self = .rejected
        default: return nil
        }
    }
}
