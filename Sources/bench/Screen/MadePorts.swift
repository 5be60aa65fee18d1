import API
import Client
import ClientRuntime
import Domain

/// A community of made entries that answers at once, and in which nothing happens.
struct MadeCommunity: CommunityPort {
    let catalog: MadeCatalog

    private static let me = MeReply(
        id: UserID(1), username: "ana",
        role: RoleReference(id: RoleID(6), name: "SuperAdmin", weight: .superAdmin),
        permissions: [.catalogRead, .catalogPublish],
        stats: StatsBody(
            bytesUp: ByteCount(clamping: 412 << 30), bytesDown: ByteCount(clamping: 224 << 30),
            requiredRatio: 0.6, graceBytes: .zero, seeding: 5000, leeching: 5000),
        announceURL: "http://127.0.0.1:1/announce")

    func signIn(
        at server: ServerAddress, _ request: SignInRequest
    ) async throws(CommunityFailure) -> MeReply { Self.me }

    func resume(at server: ServerAddress) async throws(CommunityFailure) -> MeReply? { Self.me }

    func signOut() async {}
    func attest(_ receipts: [ReceivedBytes]) async {}

    func call<Query, Body, Reply>(
        _ endpoint: Endpoint<Query, Body, Reply>, ids: [Int64], query: Query, body: Body
    ) async throws(CommunityFailure) -> Reply {
        let answer: Any =
            if let query = query as? CatalogQuery {
                catalog.page(query)
            } else if Reply.self == CatalogDetail.self, let id = ids.first {
                catalog.detail(id)
            } else if Reply.self == MeReply.self {
                Self.me
            } else {
                Nothing()
            }
        guard let reply = answer as? Reply else {
            throw CommunityFailure(.missing, "there is no such thing in a measurement")
        }
        return reply
    }

    func torrentFile(_ id: CatalogID) async throws(CommunityFailure) -> [UInt8] {
        throw CommunityFailure(.missing, "there are no files in a measurement")
    }

    func events() async -> AsyncStream<CommunityFeed> {
        let (stream, feed) = AsyncStream.makeStream(of: CommunityFeed.self)
        feed.yield(.connected)
        return stream
    }
}

/// Made torrents, some of which change four times a second, as often as the real ones are told of.
struct MadeSession: TransferPort {
    private static let beat = Duration.milliseconds(250)

    let count: Int
    /// How many a second.
    let changing: Int

    func start() async throws(CommunityFailure) -> AsyncStream<TransferEvent> {
        let (stream, events) = AsyncStream.makeStream(of: TransferEvent.self)
        let task = Task.detached { [count, changing] in
            var made = MadeTransfers(count: count, isMoving: changing > 0)
            events.yield(.changed(made.all))
            while changing > 0, (try? await Task.sleep(for: Self.beat)) != nil {
                events.yield(.changed(made.change(changing / 4)))
            }
        }
        events.onTermination = { _ in task.cancel() }
        return stream
    }

    func stop() async {}
    func add(torrent: [UInt8]) async throws(CommunityFailure) -> InfoHash { MadeCatalog.hash(0) }
    func pause(_ hash: InfoHash) async throws(CommunityFailure) {}
    func resume(_ hash: InfoHash) async throws(CommunityFailure) {}
    func remove(_ hash: InfoHash, withData: Bool) async throws(CommunityFailure) {}
    func announce(to url: String) async throws(CommunityFailure) {}
    func limit(to limits: TransferLimits) async throws(CommunityFailure) {}
    func path(of hash: InfoHash) async throws(CommunityFailure) -> String { "/" }
    func receipts() async -> [ReceivedBytes] { [] }
    func freeSpace() async -> ByteCount? { ByteCount(clamping: 214 << 30) }
}

/// Neither a desktop, nor a host, nor a memory.
struct MadeRest: DesktopPort, HostPort, MemoryPort {
    private static let failure = CommunityFailure(.broken, "not in a measurement")

    func open(path: String) async throws(CommunityFailure) { throw Self.failure }
    func hostCommunity() async throws(CommunityFailure) -> HostedCommunity { throw Self.failure }
    func startDemo() async throws(CommunityFailure) -> DemoCommunity { throw Self.failure }
    func remember(_ server: RememberedServer) async {}
    func forget(_ server: ServerAddress) async {}
    func rememberTheme(_ name: String) async {}
    func rememberStart() async {}
    func rememberColumns(_ columns: ColumnChoices) async {}
    func rememberLimits(_ limits: TransferLimits) async {}
}
