import Domain
import Foundation
import Logging
import Server
import Service
import Store
import Testing

/// A server wired as `enxamed` wires it, in a folder of its own, with cheap passwords and a clock
/// that tests set.
struct TestHome: Sendable {
    static let adminPassword = "abelha-rainha"

    let folder: TemporaryFolder
    let clock: TestClock
    let store: CommunityStore
    let hashing: Argon2Hashing
    let site: Site
    let applications: Applications
    let logger: Logger

    init(
        folder: TemporaryFolder? = nil, clock: TestClock = TestClock(),
        settings: ListenSettings = TestHome.anyPort, engine: (any SQLEngine)? = nil,
        pace: PaceClock? = nil, logger: Logger = TestHome.logger
    ) async throws {
        let folder = try folder ?? TemporaryFolder()
        self.folder = folder
        self.clock = clock
        self.logger = logger
        if let engine {
            store = try await CommunityStore(engine: engine)
        } else {
            store = try await CommunityStore(engine: try await TestDatabase.open(folder))
        }
        hashing = try Argon2Hashing(memory: 8192, passes: 1)
        site = Site(
            store: store, hashing: hashing,
            tokens: await SignedTokens(key: [UInt8](repeating: 7, count: 32)),
            secrets: RandomSecrets(), clock: clock.clock)
        applications = Applications(
            site: site, settings: settings, logger: logger, now: { pace?.now ?? .now })
        _ = try await site.members.createFirst(
            username: try #require(Username(rawValue: "admin")), password: Self.adminPassword)
    }

    static let anyPort = ListenSettings(
        api: ListenSettings.Address(host: "127.0.0.1", port: 0),
        tracker: ListenSettings.Address(host: "127.0.0.1", port: 0))

    static let logger = Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }

    /// Runs both listeners for as long as `test` runs.
    func listening(_ test: @Sendable (Listening) async throws -> Void) async throws {
        try await withThrowingTaskGroup(of: Void.self) { group in
            let (ready, continuation) = AsyncThrowingStream.makeStream(of: Listening.self)
            group.addTask {
                do {
                    try await applications.run(signals: []) { continuation.yield($0) }
                    continuation.finish()
                } catch { continuation.finish(throwing: error) }
            }
            var isReady = false
            for try await ports in ready {
                isReady = true
                try await test(ports)
                break
            }
            #expect(isReady)
            group.cancelAll()
        }
    }
}
