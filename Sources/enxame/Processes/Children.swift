import Synchronization

/// Children that live until the program ends them all.
final class Children: Sendable {
    private struct State {
        var tasks: [Task<Void, Never>] = []
        var gates: [AsyncStream<Never>.Continuation] = []
    }

    private let state = Mutex(State())

    /// Runs a child that calls `ready` with what it offers, which does not return before `end`.
    /// Answers what was offered, or throws what ended the child before.
    func start<T: Sendable>(
        _ child: @escaping @Sendable (_ ready: @Sendable (T) async -> Void) async throws -> Void
    ) async throws -> T {
        let (offers, offer) = AsyncThrowingStream.makeStream(of: T.self)
        let (gate, hold) = AsyncStream.makeStream(of: Never.self)
        let task = Task.detached {
            do {
                try await child { offered in
                    offer.yield(offered)
                    for await _ in gate {}
                }
                offer.finish()
            } catch {
                offer.finish(throwing: error)
            }
        }
        state.withLock {
            $0.tasks.append(task)
            $0.gates.append(hold)
        }
        for try await offered in offers { return offered }
        throw CancellationError()
    }

    func end() async {
        let ending = state.withLock { state in
            defer { state = State() }
            return state
        }
        for gate in ending.gates { gate.finish() }
        for task in ending.tasks { await task.value }
    }
}
