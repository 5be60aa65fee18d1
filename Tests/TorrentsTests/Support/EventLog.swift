import Domain
import Synchronization

/// What a session reported, in order.
final class EventLog: Sendable {
    private let events = Mutex<[TransferEvent]>([])

    func append(_ event: TransferEvent) { events.withLock { $0.append(event) } }

    var all: [TransferEvent] { events.withLock { $0 } }

    var finished: [InfoHash] {
        all.compactMap { if case .torrentFinished(let hash) = $0 { hash } else { nil } }
    }

    var pieces: [Int] {
        all.compactMap { if case .pieceFinished(_, let piece) = $0 { piece } else { nil } }
    }

    var uploaded: ByteCount {
        all.reduce(.zero) { sum, event in
            if case .uploadTick(_, let uploaded) = event { sum + uploaded } else { sum }
        }
    }

    var reports: [[Transfer]] {
        all.compactMap { if case .changed(let transfers) = $0 { transfers } else { nil } }
    }
}
