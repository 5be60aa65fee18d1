package import Domain
import Synchronization

/// Which torrents are watched: all of them, until more comes than is looked at in time, or than the
/// watches have room for. Then it is half of them, a quarter, and so on: a torrent is watched with
/// all its announces or with none, for a watch that missed some would judge without knowing.
package final class WatchedShare: Sendable {
    /// After so many looks in a row that were not too much, it is twice as many again.
    private static let patience = 7200
    private static let mostHalvings = 16

    private let seed = UInt64.random(in: 0 ... .max)
    private let halvings = Atomic(0)
    private let calm = Atomic(0)

    package init() {}

    package func contains(_ torrent: CatalogID) -> Bool {
        let halvings = halvings.load(ordering: .relaxed)
        guard halvings > 0 else { return true }
        let mixed = (UInt64(bitPattern: torrent.rawValue) ^ seed) &* 0x9E37_79B9_7F4A_7C15
        return mixed >> (64 - UInt64(halvings)) == 0
    }

    /// One over so many torrents.
    package var divisor: Int { 1 << halvings.load(ordering: .relaxed) }

    /// Called after each look. Answers whether fewer are watched from now on.
    package func looked(isTooMuch: Bool) -> Bool {
        let now = halvings.load(ordering: .relaxed)
        if isTooMuch {
            calm.store(0, ordering: .relaxed)
            halvings.store(min(now + 1, Self.mostHalvings), ordering: .relaxed)
            return now < Self.mostHalvings
        }
        guard now > 0 else { return false }
        if calm.add(1, ordering: .relaxed).newValue >= Self.patience {
            calm.store(0, ordering: .relaxed)
            halvings.store(now - 1, ordering: .relaxed)
        }
        return false
    }
}
