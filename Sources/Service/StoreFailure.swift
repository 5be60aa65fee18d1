/// What a store may answer instead of doing as told. Anything else it throws is a fault of the
/// database and none of the caller's.
package enum StoreFailure: Error, Hashable, Sendable {
    /// Something with that name, hash or key is there already.
    case duplicate
    /// Something is named so that a reader may take one name for the other.
    case looksLike(String)
    case lastSuperAdmin
    /// An adjustment would take a counter below zero.
    case belowZero
    /// The row that should change is not there, or not in the state that was expected.
    case gone
    case roleInUse(users: Int)
    /// What works once was used already, or is over.
    case spent
    /// Those concerned stand otherwise than when the act was decided: it is to be decided anew.
    case standingChanged
    /// There are as many as there may be.
    case tooMany
    /// A member's total takes no more.
    case totalIsFull
}

/// A fault of the database itself, as its store throws it.
package protocol StoreFault: Error {
    /// Whether it passes by itself: the database is away, or its disk is full. Nothing that was
    /// acknowledged is lost, and the same request may succeed later.
    var isOutage: Bool { get }
    /// Whether it is that the disk is full.
    var isFull: Bool { get }
}
