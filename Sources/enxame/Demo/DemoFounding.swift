import API
import APIClient
import Domain
import Foundation
import Torrents

/// Founds the demo's community over the API, as people would: accounts, settings, uploads,
/// approvals; and seeds what was published.
struct DemoFounding {
    /// Slow enough for a person to see a download move.
    private static let uploadLimit = ByteCount(clamping: 4 << 20)
    /// Seconds between announces: ratios move while one looks.
    private static let interval = 5

    let session: TorrentSession
    private let server: ServerAddress
    private let seeds: String

    init(server: ServerAddress, folder: String) async throws {
        self.server = server
        seeds = folder + "/seeds"
        try FileManager.default.createDirectory(atPath: seeds, withIntermediateDirectories: true)
        session = try TorrentSession(
            settings: TorrentSettings(
                listen: "127.0.0.1:0", uploadLimit: Self.uploadLimit,
                minAnnounceInterval: Self.interval)
        ) { _ in }
    }

    func found(telling: @Sendable (String) -> Void) async throws {
        let founder = try await client(of: DemoAccounts.founder)
        _ = try await founder.call(
            Endpoints.changeSettings, body: SettingsPatch(announceInterval: Self.interval))
        telling("Inviting people…")
        for account in DemoAccounts.others {
            _ = try await founder.call(
                Endpoints.createUser,
                body: NewUser(
                    username: account.username, password: account.password, roleId: account.role))
        }
        try await lendHistory(founder)
        var publishers: [String: APIClient] = [:]
        for entry in DemoCatalog.entries {
            telling("Publishing \(entry.title)…")
            let known = publishers[entry.uploader]
            let publisher = if let known { known } else { try await client(of: entry.uploader) }
            publishers[entry.uploader] = publisher
            try await publish(entry, by: publisher)
        }
    }

    private func client(of username: String) async throws -> APIClient {
        let client = APIClient(server: server)
        try await client.signIn(
            SignInRequest(
                username: username, password: DemoAccounts.password(of: username)))
        return client
    }

    /// A community with a past has ratios: given as adjustments with a reason, as staff would.
    private func lendHistory(_ founder: APIClient) async throws {
        let people = try await founder.call(Endpoints.users, query: UserQuery())
        let gigabyte: Int64 = 1 << 30
        let pasts: [String: (up: Int64, down: Int64)] = [
            "ana": (412, 224), "gil": (96, 52), "sofia": (31, 40), "maria": (9, 14),
        ]
        for person in people.items {
            guard let past = pasts[person.username] else { continue }
            _ = try await founder.call(
                Endpoints.adjustRatio, ids: [person.id.rawValue],
                body: RatioAdjustment(
                    bytesUp: past.up * gigabyte, bytesDown: past.down * gigabyte,
                    reason: "moved from the old community"))
        }
    }

    private func publish(_ entry: DemoCatalog.Entry, by publisher: APIClient) async throws {
        let path = seeds + "/" + entry.path
        try entry.write(path)
        let made = try await TorrentMaker.make(path: path)
        guard let weight = RoleWeight(entry.weight) else { return }
        let published = try await publisher.call(
            Endpoints.publish,
            body: PublishRequest(
                title: entry.title, description: entry.description, tags: entry.tags,
                minRoleWeight: weight, torrent: Data(made.bytes).base64EncodedString()))
        let torrent = try await publisher.torrentFile(published.summary.id)
        try await session.addSeed(torrent: torrent, savePath: made.savePath)
    }
}
