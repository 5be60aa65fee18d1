import Domain
import Synchronization

/// How many connections are open, over all and from each address.
final class ConnectionCounts: Sendable {
    private struct Counts {
        var all = 0
        var byAddress: [IPAddress: Int] = [:]
    }

    private let limits: ConnectionLimits
    private let counts = Mutex(Counts())

    init(limits: ConnectionLimits) { self.limits = limits }

    /// Whether one more may stay. What comes in is taken out again when it ends, either way.
    ///
    /// - Parameter address: `nil` for those that are not counted by it.
    func enter(_ address: IPAddress?) -> Bool {
        counts.withLock { counts in
            counts.all += 1
            guard let address else { return counts.all <= limits.connections }
            let own = (counts.byAddress[address] ?? 0) + 1
            counts.byAddress[address] = own
            return counts.all <= limits.connections && own <= limits.perAddress
        }
    }

    func leave(_ address: IPAddress?) {
        counts.withLock { counts in
            counts.all -= 1
            guard let address else { return }
            let own = (counts.byAddress[address] ?? 0) - 1
            counts.byAddress[address] = own > 0 ? own : nil
        }
    }
}
