import Synchronization
import Testing

/// What a history has come to so far.
final class ClusterTally: Sendable {
    struct Figures: Sendable {
        /// By server.
        var announced = [0, 0]
        var adjusted = [0, 0]
        /// Announces to one server or both that count once.
        var steps = 0
        var later = 0
        var unanswered = 0
        var isOver = false
    }

    private let state = Mutex(Figures())

    var figures: Figures { state.withLock { $0 } }
    var isOver: Bool { figures.isOver }

    func announced(at server: Int) { state.withLock { $0.announced[server] += 1 } }
    func adjusted(at server: Int) { state.withLock { $0.adjusted[server] += 1 } }
    func stepped() { state.withLock { $0.steps += 1 } }
    func toldLater() { state.withLock { $0.later += 1 } }
    func unanswered() { state.withLock { $0.unanswered += 1 } }
    func end() { state.withLock { $0.isOver = true } }

    /// Waits until these servers have answered so many more announces and an adjustment each: they
    /// are well, and nobody has started them again.
    func more(_ count: Int, at servers: [Int]) async throws {
        let before = figures
        try await eventually(within: 120, "\(count) more announces at \(servers): \(figures)") {
            let now = figures
            return servers.allSatisfy {
                now.announced[$0] >= before.announced[$0] + count
                    && now.adjusted[$0] > before.adjusted[$0]
            }
        }
    }
}
