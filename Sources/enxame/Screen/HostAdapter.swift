import API
import APIClient
import Client
import ClientRuntime
import Foundation
import Synchronization

/// Communities that run as children of this program, until it ends.
final class HostAdapter: HostPort {
    /// `host:port` each, as `enxamed` takes them.
    struct Listen: Sendable {
        var api: String
        var tracker: String

        static let standard = Listen(api: "127.0.0.1:8000", tracker: "127.0.0.1:6969")
    }

    /// A community of this machine that is not up yet.
    private struct Sleeping {
        let url: String
        let folder: String
        var waking: Task<Void, Never>?
    }

    private static let username = "admin"

    private let whereabouts: Whereabouts
    private let own: ClientFolders
    private let listen: Listen
    private let children = Children()
    private let sleeping = Mutex<Sleeping?>(nil)

    init(whereabouts: Whereabouts, own: ClientFolders, listen: Listen) {
        self.whereabouts = whereabouts
        self.own = own
        self.listen = listen
    }

    func hostCommunity() async throws(CommunityFailure) -> HostedCommunity {
        let folder = own.hostedData
        let isFirst = !FileManager.default.fileExists(atPath: folder + "/enxame.sqlite")
        let password = isFirst ? Self.password() : nil
        let server = try await host(in: folder, password: password)
        try? SessionFile(folder: own.state).update(server.url) { $0.hostedIn = folder }
        return HostedCommunity(
            server: server, dataFolder: folder, username: Self.username, password: password)
    }

    /// A community that was hosted from here before starts when it is first wanted, so that the
    /// first screen does not wait for it, nor share the processor with it. Whether it is up already,
    /// or cannot be started, shows when somebody signs in.
    func willResume(_ server: SessionFile.Server) {
        guard let folder = server.hostedIn else { return }
        sleeping.withLock { $0 = Sleeping(url: server.url, folder: folder) }
    }

    /// Returns when a server that is to be resumed is up, or will not be; at once for any other.
    func resumed(_ server: ServerAddress) async {
        let waking = sleeping.withLock { sleeping -> Task<Void, Never>? in
            guard let folder = sleeping?.folder, sleeping?.url == server.url else { return nil }
            let task =
                sleeping?.waking ?? Task { _ = try? await host(in: folder, password: nil) }
            sleeping?.waking = task
            return task
        }
        await waking?.value
    }

    func startDemo() async throws(CommunityFailure) -> DemoCommunity {
        try await asking {
            try await self.children.start { ready in
                try await DemoHost.run(preparing: { _ in }) { place in
                    let demo = try DemoCommunity(place)
                    self.whereabouts.demoLives(
                        at: demo.server, in: ClientFolders(root: place.folder))
                    await ready(demo)
                }
            }
        }
    }

    /// Ends every child and waits for it.
    func shutdown() async { await children.end() }

    private func host(
        in folder: String, password: String?
    ) async throws(CommunityFailure) -> ServerAddress {
        let settings = ServerProcess.Settings(
            dataFolder: folder, listen: listen.api, trackerListen: listen.tracker,
            adminPassword: password)
        return try await asking {
            try await self.children.start { ready in
                try await ServerProcess.run(settings) { server in
                    await ready(server)
                }
            }
        }
    }

    private func asking<T>(_ act: () async throws -> T) async throws(CommunityFailure) -> T {
        do {
            return try await act()
        } catch let failure as CommandFailure {
            throw CommunityFailure(.broken, failure.sentence)
        } catch {
            throw CommunityFailure(.broken, "\(error)")
        }
    }

    private static func password() -> String {
        // No 0, O, 1, l or I: it is read from a screen.
        let letters = Array("abcdefghijkmnpqrstuvwxyz23456789")
        let groups = (0..<4).map { _ in
            String((0..<4).compactMap { _ in letters.randomElement() })
        }
        return groups.joined(separator: "-")
    }
}
