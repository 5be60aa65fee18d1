import API
import APIClient
import Domain
import Foundation
import Synchronization
import Testing

/// A real `enxamed` with a data folder and ports of its own.
///
/// It can be killed and started again on the same ports, as an operator would after a crash.
final class RunningServer: Sendable {
    static let founder = SignInRequest(username: "admin", password: "admin123")

    private struct Life {
        var program: RunningProgram
        var url: String
        var trackerURL: String
    }

    let folder: TemporaryFolder
    private let life: Mutex<Life>

    private init(folder: TemporaryFolder, life: Life) {
        self.folder = folder
        self.life = Mutex(life)
    }

    var url: String { life.withLock(\.url) }
    /// `host:port` of its tracker.
    var tracker: String { life.withLock(\.trackerURL).authority }
    var id: pid_t { life.withLock(\.program).id }

    /// Runs `body` while a server is up; nothing of it is left afterwards.
    static func run<T>(_ body: (RunningServer) async throws -> T) async throws -> T {
        let folder = try TemporaryFolder()
        let server = RunningServer(
            folder: folder, life: try await live(in: folder, api: "127.0.0.1:0", tracker: nil))
        do {
            // Ratios move while a test looks.
            _ = try await server.admin().call(
                Endpoints.changeSettings, body: SettingsPatch(announceInterval: 5))
            let result = try await body(server)
            try await server.stop()
            return result
        } catch {
            try? await server.stop(SIGKILL)
            throw error
        }
    }

    /// Kills the server without a warning.
    func crash() async throws {
        try await life.withLock(\.program).stop(SIGKILL)
    }

    /// Starts it again where it was.
    func restart() async throws {
        let (url, tracker) = life.withLock { ($0.url, $0.trackerURL) }
        let again = try await Self.live(in: folder, api: url.authority, tracker: tracker.authority)
        life.withLock { $0 = again }
    }

    func stop(_ number: Int32 = SIGTERM) async throws {
        let ended = try await life.withLock(\.program).stop(number)
        #expect(ended.code == (number == SIGTERM ? 0 : 128 + number), "\(ended.error)")
    }

    /// What `enxamed ledger verify` says.
    func verifyLedger() async throws -> Ended {
        try await RunningProgram.start(
            "enxamed", ["ledger", "verify", "--data-dir", Self.data(folder)],
            environment: Binaries.environment(home: folder.path), in: folder.path
        ).end()
    }

    // MARK: people

    func admin() async throws -> APIClient { try await client(Self.founder) }

    /// Makes an account and signs in to it.
    func join(_ username: String, as role: RoleID) async throws -> APIClient {
        let request = Self.request(username)
        _ = try await admin().call(
            Endpoints.createUser,
            body: NewUser(username: username, password: request.password, roleId: role))
        return try await client(request)
    }

    static func request(_ username: String) -> SignInRequest {
        username == founder.username
            ? founder : SignInRequest(username: username, password: "\(username)-secret-1")
    }

    func client(_ request: SignInRequest) async throws -> APIClient {
        let client = APIClient(server: try #require(ServerAddress(url)))
        try await client.signIn(request)
        return client
    }

    // MARK: life

    private static func data(_ folder: TemporaryFolder) -> String { folder.path + "/data" }

    private static func live(
        in folder: TemporaryFolder, api: String, tracker: String?
    ) async throws -> Life {
        let program = try await RunningProgram.start(
            "enxamed", [],
            environment: Binaries.environment(
                home: folder.path,
                [
                    "ENXAME_DATA_DIR": data(folder), "ENXAME_LISTEN": api,
                    "ENXAME_TRACKER_LISTEN": tracker ?? "127.0.0.1:0",
                    "ENXAME_ADMIN_PASSWORD": founder.password,
                ]), in: folder.path)
        let line = try await awaited("enxamed is ready; it said \(program.error)") {
            program.output.split(separator: "\n").first { $0.hasPrefix("enxamed is ready") }
        }
        let urls = line.split(separator: " ").filter { $0.hasPrefix("http://") }.map(String.init)
        try #require(urls.count == 2)
        return Life(program: program, url: urls[0], trackerURL: urls[1])
    }
}

extension String {
    /// `host:port` of a URL without a path.
    fileprivate var authority: String { replacing("http://", with: "") }
}
