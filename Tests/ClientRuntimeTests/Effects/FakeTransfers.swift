import Client
import ClientRuntime
import Domain
import Synchronization

/// Torrents that write down what was done to them.
final class FakeTransfers: TransferPort {
    private let done = Mutex<[String]>([])
    private let failing: Set<InfoHash>
    private let events: [TransferEvent]

    init(events: [TransferEvent] = [], failing: Set<InfoHash> = []) {
        self.events = events
        self.failing = failing
    }

    var acts: [String] { done.withLock { $0 } }

    private func note(_ act: String, _ hash: InfoHash? = nil) throws(CommunityFailure) {
        done.withLock { $0.append(hash.map { "\(act) \($0.hex.prefix(2))" } ?? act) }
        if let hash, failing.contains(hash) { throw CommunityFailure(.broken, "it will not") }
    }

    func start() async throws(CommunityFailure) -> AsyncStream<TransferEvent> {
        try note("start")
        return AsyncStream { stream in
            for event in events { stream.yield(event) }
            stream.finish()
        }
    }

    func receipts() async -> [ReceivedBytes] { Fakes.received }

    func stop() async { try? note("stop") }

    func inspect(path: String) async throws(CommunityFailure) -> PastedFile.Facts {
        try note("inspect \(path)")
        guard path.hasPrefix("/") else { throw CommunityFailure(.missing, "it is not there") }
        return PastedFile.Facts(
            name: "Aula", size: ByteCount(clamping: 7), trackers: ["http://here.example/announce"])
    }

    func add(path: String) async throws(CommunityFailure) -> InfoHash {
        try note("add \(path)")
        guard path.hasPrefix("/") else { throw CommunityFailure(.missing, "it is not there") }
        return Fakes.hash(7)
    }

    func add(torrent: [UInt8]) async throws(CommunityFailure) -> InfoHash {
        let hash = Fakes.hash(torrent.first ?? 0)
        try note("add", hash)
        return hash
    }

    func pause(_ hash: InfoHash) async throws(CommunityFailure) { try note("pause", hash) }
    func resume(_ hash: InfoHash) async throws(CommunityFailure) { try note("resume", hash) }

    func announce(to url: String) async throws(CommunityFailure) { try note("announce to \(url)") }

    func limit(to limits: TransferLimits) async throws(CommunityFailure) {
        try note("limit to \(limits.download?.bytes ?? 0) \(limits.upload?.bytes ?? 0)")
    }

    func remove(_ hash: InfoHash, withData: Bool) async throws(CommunityFailure) {
        try note(withData ? "remove with data" : "remove", hash)
    }

    func path(of hash: InfoHash) async throws(CommunityFailure) -> String {
        try note("path", hash)
        return "/downloads/\(hash.hex.prefix(2))"
    }

    func freeSpace() async -> ByteCount? { ByteCount(182) }
}
