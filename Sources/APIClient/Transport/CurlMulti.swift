import Dispatch
import Synchronization

/// libcurl's multi interface on a queue of its own: nothing of it runs on the cooperative pool.
///
/// Invariants:
/// 1. Handles and transfers are touched on the queue only; other threads leave orders in the inbox
///    and wake the queue.
/// 2. The queue works while there are transfers or orders, and rests otherwise. While it works it
///    holds this object, so the multi handle is freed when neither is left.
final class CurlMulti: Sendable {
    private enum Order: Sendable {
        case start(id: Int, HTTPRequest, CurlTransfer.Sink)
        case cancel(id: Int)
    }

    private struct Inbox {
        var orders: [Order] = []
        var nextID = 0
        var isWorking = false
    }

    private let queue = DispatchQueue(label: "enxame.http")
    private let inbox = Mutex(Inbox())
    // The pointer never changes, and libcurl allows waking from any thread; all else of it is
    // done on the queue.
    nonisolated(unsafe) private let multi: Curl.Multi?

    init() { multi = Curl.makeMulti() }

    deinit {
        if let multi { Curl.free(multi: multi) }
    }

    /// The answer as it comes in. Whoever stops listening ends the transfer.
    func start(_ request: HTTPRequest) -> AsyncThrowingStream<HTTPEvent, any Error> {
        let (stream, sink) = AsyncThrowingStream.makeStream(of: HTTPEvent.self)
        let id = inbox.withLock { inbox in
            inbox.nextID += 1
            return inbox.nextID
        }
        sink.onTermination = { [weak self] reason in
            // One that finished by itself is out of the queue's hands already.
            if case .cancelled = reason { self?.leave(.cancel(id: id)) }
        }
        leave(.start(id: id, request, sink))
        return stream
    }

    private func leave(_ order: Order) {
        let startsWork = inbox.withLock { inbox in
            inbox.orders.append(order)
            defer { inbox.isWorking = true }
            return !inbox.isWorking
        }
        if startsWork {
            queue.async { self.work() }
        } else if let multi {
            Curl.wake(multi)
        }
    }

    private func work() {
        var transfers: [Int: CurlTransfer] = [:]
        while let orders = takeOrders(restIfEmpty: transfers.isEmpty) {
            for order in orders { obey(order, &transfers) }
            guard let multi else { continue }
            Curl.perform(multi)
            while let (easy, error) = Curl.nextFinished(multi) {
                guard let id = transfers.first(where: { $0.value.easy == easy })?.key else {
                    continue
                }
                end(id, error: error, &transfers)
            }
            if !transfers.isEmpty { Curl.wait(multi) }
        }
    }

    /// `nil` when there is nothing left to do; from then on the next order starts the work again.
    private func takeOrders(restIfEmpty: Bool) -> [Order]? {
        inbox.withLock { inbox in
            if inbox.orders.isEmpty, restIfEmpty {
                inbox.isWorking = false
                return nil
            }
            defer { inbox.orders = [] }
            return inbox.orders
        }
    }

    private func obey(_ order: Order, _ transfers: inout [Int: CurlTransfer]) {
        switch order {
        case .start(let id, let request, let sink):
            do throws(TransportError) {
                guard let multi else { throw .failed("libcurl did not start") }
                let transfer = try CurlTransfer(request, sink: sink)
                guard let easy = transfer.easy else { return }
                do {
                    try Curl.add(easy, to: multi)
                } catch {
                    return transfer.free(error: error)
                }
                transfers[id] = transfer
            } catch {
                sink.finish(throwing: error)
            }
        case .cancel(let id): end(id, error: nil, &transfers)
        }
    }

    private func end(_ id: Int, error: TransportError?, _ transfers: inout [Int: CurlTransfer]) {
        guard let transfer = transfers.removeValue(forKey: id) else { return }
        if let multi, let easy = transfer.easy { Curl.remove(easy, from: multi) }
        transfer.free(error: error)
    }
}
