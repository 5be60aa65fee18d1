import API
import APIClient
import Foundation
import Synchronization
import Testing

/// One of several real `enxamed` of a community, with a data folder and ports of its own; ends with
/// the last reference to it.
final class ClusterServer: Sendable {
    private struct Life {
        var program: RunningProgram
        var api: String
        var tracker: String
    }

    let database: String
    private let folder: TemporaryFolder
    private let life: Mutex<Life>

    private init(database: String, folder: TemporaryFolder, life: Life) {
        self.database = database
        self.folder = folder
        self.life = Mutex(life)
    }

    deinit { life.withLock(\.program).signal(SIGKILL) }

    /// - Parameter key: signs access tokens; the same at every server of a community.
    static func start(database: String, key: [UInt8]) async throws -> ClusterServer {
        let folder = try TemporaryFolder()
        try folder.write(key, to: "data/access.key")
        let life = try await live(
            in: folder, database: database, api: "127.0.0.1:0", tracker: "127.0.0.1:0")
        return ClusterServer(database: database, folder: folder, life: life)
    }

    private static func live(
        in folder: TemporaryFolder, database: String, api: String, tracker: String
    ) async throws -> Life {
        let program = try await RunningProgram.start(
            "enxamed", [],
            environment: environment(
                folder, database,
                [
                    "ENXAME_LISTEN": api, "ENXAME_TRACKER_LISTEN": tracker,
                    "ENXAME_ADMIN_PASSWORD": RunningServer.founder.password,
                ]), in: folder.path)
        do {
            let line = try await awaited(
                within: 90, "enxamed is ready; it said \(program.error)"
            ) {
                try #require(program.isRunning, "it ended: \(program.error)")
                return program.output.split(separator: "\n")
                    .first { $0.hasPrefix("enxamed is ready") }
            }
            let places = line.split(separator: " ").filter { $0.hasPrefix("http://") }
                .map { String($0.dropFirst("http://".count)) }
            try #require(places.count == 2)
            return Life(program: program, api: places[0], tracker: places[1])
        } catch {
            program.signal(SIGKILL)
            throw error
        }
    }

    private static func environment(
        _ folder: TemporaryFolder, _ database: String, _ more: [String: String] = [:]
    ) -> [String: String] {
        Binaries.environment(
            home: folder.path,
            ["ENXAME_DATA_DIR": folder.path + "/data", "ENXAME_DATABASE_URL": database]
                .merging(more) { $1 })
    }

    /// `host:port` of its tracker.
    var tracker: String { life.withLock(\.tracker) }

    /// Kills it without a warning.
    func crash() async throws { try await life.withLock(\.program).stop(SIGKILL) }

    /// Starts it again where it was.
    func restart() async throws {
        let (api, tracker) = life.withLock { ($0.api, $0.tracker) }
        let again = try await Self.live(
            in: folder, database: database, api: api, tracker: tracker)
        life.withLock { $0 = again }
    }

    func stop() async throws {
        let ended = try await life.withLock(\.program).stop()
        #expect(ended.code == 0, "\(ended.error)")
    }

    /// What `enxamed audit verify` says.
    func verifyAudit() async throws -> Ended {
        try await RunningProgram.start(
            "enxamed", ["audit", "verify"], environment: Self.environment(folder, database),
            in: folder.path
        ).end()
    }

    /// What `enxamed ledger verify` says.
    func verifyLedger() async throws -> Ended {
        try await RunningProgram.start(
            "enxamed", ["ledger", "verify"], environment: Self.environment(folder, database),
            in: folder.path
        ).end()
    }

    // MARK: people

    /// Not signed in.
    func visitor() throws -> APIClient { try client(store: .none) }

    func client(_ username: String) async throws -> APIClient {
        let client = try visitor()
        try await client.signIn(RunningServer.request(username))
        return client
    }

    /// Nobody signed in here: the token is another server's.
    func client(holding token: String) throws -> APIClient {
        try client(
            store: CredentialStore(
                load: { Credentials(accessToken: token, refreshToken: "none") }, save: { _ in }))
    }

    private func client(store: CredentialStore) throws -> APIClient {
        var pace = ClientPace()
        // Longer than a cluster thinks about a dead node, so that every answer is heard.
        pace.call = .seconds(120)
        let address = try #require(ServerAddress("http://" + life.withLock(\.api)))
        return APIClient(server: address, store: store, pace: pace)
    }
}
