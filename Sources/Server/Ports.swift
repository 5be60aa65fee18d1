import Synchronization

/// The ports the system gave, known a moment after the start.
final class Ports: Sendable {
    private struct State {
        var api: Int?
        var tracker: Int?
        var metrics: Int?
        var onReady: (@Sendable (Listening) -> Void)?
    }

    private let state = Mutex(State())

    var tracker: Int? { state.withLock { $0.tracker } }

    func onReady(_ action: @escaping @Sendable (Listening) -> Void) {
        state.withLock { $0.onReady = action }
    }

    var metrics: Int? { state.withLock { $0.metrics } }

    func metrics(_ port: Int) { state.withLock { $0.metrics = port } }

    func api(_ port: Int) { note { $0.api = port } }

    func tracker(_ port: Int) { note { $0.tracker = port } }

    private func note(_ change: (inout State) -> Void) {
        let ready = state.withLock { state -> (() -> Void)? in
            change(&state)
            guard let api = state.api, let tracker = state.tracker, let action = state.onReady
            else { return nil }
            state.onReady = nil
            return { action(Listening(apiPort: api, trackerPort: tracker)) }
        }
        ready?()
    }
}
