/// One thread of a generator, with sessions of its own.
protocol AnnounceThread: Sendable {
    /// Announces everybody once, so that both trackers know the whole crowd.
    mutating func fill()
    /// Announces whoever comes until `end`.
    mutating func run(until end: ContinuousClock.Instant) -> AnnounceTally
    /// What its sessions claimed over its life.
    var claimed: (up: Int64, down: Int64) { get }
}
