/// When it is time to attest what was received: once a minute while something comes, and soon after
/// a torrent is complete.
package struct ReceiptTimes: Equatable, Sendable {
    private static let pause: Int64 = 60_000

    private var due: Moment?

    package init() {}

    mutating func somethingCame(at now: Moment) {
        if due == nil { due = now.adding(milliseconds: Self.pause) }
    }

    mutating func allCame(at now: Moment) { due = now }

    /// Says yes once. A clock that was set back must not stop it for long.
    mutating func isDue(at now: Moment) -> Bool {
        guard let due, now >= due || due.since(now) > Self.pause else { return false }
        self.due = nil
        return true
    }
}
