import Domain
import Server
import Service
import Testing

/// A community with its real listeners: the tracker and the event stream are asked over sockets,
/// everything else in process.
struct LiveSite: Sendable {
    let site: TestSite
    private let ports: Listening

    init(site: TestSite, ports: Listening) {
        self.site = site
        self.ports = ports
    }

    var apiPort: Int { ports.apiPort }
    var trackerPort: Int { ports.trackerPort }
    var tracker: TrackerClient { TrackerClient(port: trackerPort) }

    static func with(_ test: @escaping @Sendable (LiveSite) async throws -> Void) async throws {
        try await with(try await TestHome(), test)
    }

    static func with(
        _ home: TestHome, _ test: @escaping @Sendable (LiveSite) async throws -> Void
    ) async throws {
        try await TestSite.with(home) { site in
            try await home.listening { ports in
                try await test(LiveSite(site: site, ports: ports))
            }
        }
    }

    func events(as member: Member) async throws -> EventReader {
        try await EventReader(port: ports.apiPort, as: member)
    }

    /// An announce of the one client a member has.
    @discardableResult
    func announce(
        _ member: Member, _ hash: InfoHash, up: Int64 = 0, down: Int64 = 0, left: Int64 = 0,
        event: String? = "started"
    ) async throws -> TrackerReply {
        let reply = try await tracker.announce(
            member.passkey, hash, peer: Self.peer(member), up: up, down: down, left: left,
            event: event, port: Self.port(member))
        // Most are answered before they are on disk, where the API reads.
        await site.home.site.announcer.settle()
        return reply
    }

    static func peer(_ member: Member) throws -> PeerID {
        try #require(PeerID([UInt8](repeating: UInt8(clamping: member.id.rawValue), count: 20)))
    }

    /// All are on one address, so each has a port of its own.
    static func port(_ member: Member) -> Int { 6880 + Int(member.id.rawValue) }

    /// As a compact peer list (BEP 23) says where a member's client is.
    static func compact(_ member: Member) -> [UInt8] {
        let port = port(member)
        return [127, 0, 0, 1, UInt8(port >> 8), UInt8(port & 255)]
    }
}
