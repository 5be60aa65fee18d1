import Domain
import Synchronization
import TrackerPort
import TrackerWire

/// A tracker behind the real readers that books nothing, and says what it would have booked.
final class RecordingDesk: TrackerDesk {
    static let interval = 1800
    static let noSuchPath = "There is no such path."
    static let onlyGet = "A tracker is asked by GET."

    struct Books: Hashable {
        var announces: [AnnounceRequest] = []
        var packets: [DatagramAnnounce] = []
        var scrapes: [ScrapeRequest] = []
    }

    private let state = Mutex((books: Books(), now: Timestamp(seconds: 1_000_000)))
    private let connections = ConnectionIDs(key: (1, 2))

    var books: Books { state.withLock { $0.books } }
    func advance(seconds: Int64) { state.withLock { $0.now = $0.now.adding(seconds: seconds) } }

    func answer(
        _ request: PortRequest, target: Span<UInt8>, fields: Span<UInt8>, into reply: inout [UInt8]
    ) -> PortAnswer {
        guard request.isGet else { return refuse(Self.onlyGet, &reply) }
        do throws(AnnounceError) {
            switch try TrackerRequest.read(target: target) {
            case nil: return refuse(Self.noSuchPath, &reply)
            case .announce(_, let announce)?:
                state.withLock { $0.books.announces.append(announce) }
            case .scrape(_, let scrape)?:
                state.withLock { $0.books.scrapes.append(scrape) }
            }
            reply += Array("booked".utf8)
        } catch {
            reply += Refusal(error, interval: Self.interval).bytes
        }
        return .written
    }

    func answer(
        _ request: PortRequest, packet: Span<UInt8>, into reply: inout [UInt8]
    ) -> PortAnswer {
        let now = state.withLock { $0.now }
        func isGood(_ id: UInt64, _ transaction: UInt32, _ reply: inout [UInt8]) -> Bool {
            if connections.isGood(id, from: request.address, at: now) { return true }
            DatagramReply.failure(transaction: transaction, "Connect again.", to: &reply)
            return false
        }
        switch DatagramRequest(packet) {
        case nil: return .nothing
        case .connect(let transaction):
            DatagramReply.connect(
                transaction: transaction, connection: connections.id(for: request.address, at: now),
                to: &reply)
        case .announce(let connection, let transaction, let announce):
            guard isGood(connection, transaction, &reply) else { break }
            state.withLock { $0.books.packets.append(announce) }
            DatagramReply.announce(
                transaction: transaction, interval: Self.interval, counts: SwarmCounts(),
                peers: [], to: &reply)
        case .scrape(let connection, let transaction, _):
            guard isGood(connection, transaction, &reply) else { break }
            DatagramReply.failure(transaction: transaction, "No scrape.", to: &reply)
        case .wrong(let connection, let transaction, let error):
            guard isGood(connection, transaction, &reply) else { break }
            DatagramReply.failure(transaction: transaction, error.description, to: &reply)
        }
        return .written
    }

    func refuse(_ fault: PortFault, into reply: inout [UInt8]) { _ = refuse("\(fault)", &reply) }

    static func refusal(_ reason: String) -> [UInt8] {
        Refusal(reason: reason, interval: interval, retry: .never).bytes
    }

    private func refuse(_ reason: String, _ reply: inout [UInt8]) -> PortAnswer {
        reply += Self.refusal(reason)
        return .written
    }
}
