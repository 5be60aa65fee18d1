import Synchronization

/// Something that is raised once, from anywhere, and looked at between two steps of work.
final class Latch: Sendable {
    private let value = Atomic(false)

    var isRaised: Bool { value.load(ordering: .acquiring) }

    func raise() { value.store(true, ordering: .releasing) }

    /// For a latch that says that work is to stop: throws `BenchError.interrupted` from then on.
    func check() throws {
        if isRaised { throw BenchError.interrupted }
    }
}
