import Dispatch
import Synchronization

/// Waits for libtorrent's alerts on a thread of its own and has them handled on the session's
/// queue.
///
/// It keeps the engine alive for as long as it runs: whoever ends the engine stops the pump first.
final class AlertPump: Sendable {
    private static let longestWait: Int32 = 250

    private let stopped = Atomic(false)
    private let queue = DispatchQueue(label: "enxame.torrents.alerts")
    private let running = DispatchGroup()

    /// `turn` is called on `executor` each time alerts wait, and four times a second anyhow; it
    /// answers false when nobody is left to handle them.
    func start(
        _ engine: Engine, on executor: QueueExecutor, turn: @escaping @Sendable () -> Bool
    ) {
        queue.async(group: running) { [self] in
            while !stopped.load(ordering: .acquiring) {
                engine.wait(milliseconds: Self.longestWait)
                guard executor.queue.sync(execute: turn) else { return }
            }
        }
    }

    /// Returns when no turn is running and none will come.
    func stop() async {
        stopped.store(true, ordering: .releasing)
        await withCheckedContinuation { (done: CheckedContinuation<Void, Never>) in
            running.notify(queue: queue) { done.resume() }
        }
    }
}
