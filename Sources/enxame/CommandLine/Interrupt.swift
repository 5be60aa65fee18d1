@preconcurrency import Dispatch
import Foundation
import Synchronization

/// SIGINT, SIGTERM and SIGHUP as something to wait for, so that work ends in order.
final class Interrupt: Sendable {
    private let sources: [any DispatchSourceSignal]
    private let arrival = Arrival()

    init(_ numbers: [Int32] = [SIGINT, SIGTERM, SIGHUP]) {
        sources = numbers.map { [arrival] number in
            signal(number, SIG_IGN)
            let source = DispatchSource.makeSignalSource(signal: number, queue: .global())
            source.setEventHandler { arrival.come() }
            source.resume()
            return source
        }
    }

    /// Runs `work` until it ends or a signal comes, which cancels it and throws.
    @discardableResult
    func end<T: Sendable>(_ work: @escaping @Sendable () async throws -> T) async throws -> T {
        try await withThrowingTaskGroup(of: T?.self) { group in
            group.addTask { try await work() }
            group.addTask { [arrival] in
                await arrival.wait()
                return nil
            }
            defer { group.cancelAll() }
            guard let first = try await group.next(), let value = first else {
                throw CancellationError()
            }
            return value
        }
    }
}

/// Something that happens once; whoever waits for it afterwards does not wait.
private final class Arrival: Sendable {
    private struct State {
        var hasCome = false
        // A stream for each waiter: one ends for good when its waiter is cancelled.
        var waiting: [AsyncStream<Never>.Continuation] = []
    }

    private let state = Mutex(State())

    func come() {
        let waiting = state.withLock { state in
            state.hasCome = true
            defer { state.waiting = [] }
            return state.waiting
        }
        for waiter in waiting { waiter.finish() }
    }

    func wait() async {
        let (stream, continuation) = AsyncStream.makeStream(of: Never.self)
        let hasCome = state.withLock { state in
            if !state.hasCome { state.waiting.append(continuation) }
            return state.hasCome
        }
        if hasCome { return }
        for await _ in stream {}
    }
}
