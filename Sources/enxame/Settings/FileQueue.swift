import Dispatch

/// Where files are read and written: a disk that sleeps blocks this queue and nobody else.
enum FileQueue {
    private static let queue = DispatchQueue(label: "enxame.files")

    /// In the order of asking.
    static func run<T: Sendable>(_ work: @escaping @Sendable () -> T) async -> T {
        await withCheckedContinuation { continuation in
            queue.async { continuation.resume(returning: work()) }
        }
    }
}
