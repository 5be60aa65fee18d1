import Synchronization

/// Tells a task to come to its end. (One that is cancelled ends in the middle of a transaction.)
final class Flag: Sendable {
    private let state = Atomic(false)

    var isRaised: Bool { state.load(ordering: .relaxed) }
    func raise() { state.store(true, ordering: .relaxed) }
}
