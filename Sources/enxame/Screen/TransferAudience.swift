import Domain
import Synchronization

/// Hands what happens to transfers to everybody who listens.
final class TransferAudience: Sendable {
    private struct Listeners {
        var next = 0
        var open: [Int: AsyncStream<TransferEvent>.Continuation] = [:]
    }

    private let listeners = Mutex(Listeners())

    func tell(_ event: TransferEvent) {
        for listener in listeners.withLock({ Array($0.open.values) }) { listener.yield(event) }
    }

    func join() -> AsyncStream<TransferEvent> {
        let (stream, continuation) = AsyncStream.makeStream(of: TransferEvent.self)
        let id = listeners.withLock { listeners in
            listeners.next += 1
            listeners.open[listeners.next] = continuation
            return listeners.next
        }
        continuation.onTermination = { [weak self] _ in
            self?.listeners.withLock { _ = $0.open.removeValue(forKey: id) }
        }
        return stream
    }
}
