import API
import Client
import ClientRuntime
import Domain
import Synchronization

/// Writes down what it was told to open, host or remember.
final class FakeDesk: DesktopPort, HostPort, MemoryPort {
    private let notes = Mutex<[String]>([])

    var acts: [String] { notes.withLock { $0 } }

    private func note(_ act: String) { notes.withLock { $0.append(act) } }

    func open(path: String) async throws(CommunityFailure) {
        note("open \(path)")
        if path.isEmpty { throw CommunityFailure(.missing, "no viewer") }
    }

    func hostCommunity() async throws(CommunityFailure) -> HostedCommunity {
        HostedCommunity(server: Fakes.server, dataFolder: "/d", username: "admin", password: "p")
    }

    func startDemo() async throws(CommunityFailure) -> DemoCommunity {
        throw CommunityFailure(.broken, "no port is free")
    }

    func remember(_ server: RememberedServer) async {
        note("remember \(server.address) \(server.username ?? "")")
    }

    func forget(_ server: ServerAddress) async { note("forget \(server)") }
    func rememberTheme(_ name: String) async { note("theme \(name)") }
    func rememberStart() async { note("start") }

    func rememberColumns(_ columns: ColumnChoices) async {
        note("columns \(columns.chosen.map(\.table.rawValue).joined(separator: " "))")
    }

    func rememberLimits(_ limits: TransferLimits) async {
        note("limits \(limits.download?.bytes ?? 0) \(limits.upload?.bytes ?? 0)")
    }
}
