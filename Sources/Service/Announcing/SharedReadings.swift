import Synchronization

/// Readings under way. Whoever asks for what is being read waits for that reading: a client that
/// starts, and whole swarms after a restart, ask for the same at once.
package final class SharedReadings<Key: Hashable & Sendable>: Sendable {
    private let underWay = Mutex<[Key: Task<Bool, any Error>]>([:])

    package init() {}

    /// What `read` answers, by whoever called it; it throws to all who wait.
    package func of(_ key: Key, _ read: @escaping @Sendable () async throws -> Bool) async throws
        -> Bool
    {
        let reading = underWay.withLock { known in
            if let one = known[key] { return one }
            let one = Task {
                defer { underWay.withLock { $0[key] = nil } }
                return try await read()
            }
            known[key] = one
            return one
        }
        return try await reading.value
    }
}
