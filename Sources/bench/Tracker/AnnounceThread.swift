import Dispatch

/// One generator: a thread with sessions of its own, and so many announces under way at once.
protocol AnnounceThread: Sendable {
    /// Announces everybody once, so that both trackers know the whole crowd.
    mutating func fill()
    /// Announces whoever comes for so many seconds, and returns when all of it is answered.
    mutating func run(seconds: Double) -> AnnounceTally
    /// What its sessions claimed over its life.
    var claimed: (up: Int64, down: Int64) { get }
}

/// Nanoseconds of the clock that never goes back.
func nanoseconds() -> UInt64 { DispatchTime.now().uptimeNanoseconds }

/// Whom a generator announces next, and when it stops.
struct AnnounceOrder {
    private var fillIndex: Int?
    private let end: UInt64

    /// Everybody once.
    static var everybody: Self { Self(fillIndex: 0, end: .max) }

    static func anybody(seconds: Double) -> Self {
        Self(fillIndex: nil, end: nanoseconds() + UInt64(seconds * 1e9))
    }

    /// The next one's index; `nil` when it is over.
    mutating func next(of own: inout OwnSessions, now: UInt64) -> Int? {
        guard let index = fillIndex else { return now < end && own.count > 0 ? own.next() : nil }
        guard index < own.count else { return nil }
        fillIndex = index + 1
        return index
    }
}
