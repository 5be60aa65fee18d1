import Domain
import Synchronization

/// How many connections are open from each address.
final class ConnectionCounts: Sendable {
    private let most: Int
    private let counts = Mutex<[IPAddress: Int]>([:])

    init(most: Int) { self.most = most }

    /// Whether one more may stay. What comes in is taken out again when it ends, either way.
    func enter(_ address: IPAddress) -> Bool {
        counts.withLock { counts in
            let count = (counts[address] ?? 0) + 1
            counts[address] = count
            return count <= most
        }
    }

    func leave(_ address: IPAddress) {
        counts.withLock { counts in
            let count = (counts[address] ?? 0) - 1
            counts[address] = count > 0 ? count : nil
        }
    }
}
