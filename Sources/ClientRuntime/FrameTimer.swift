/// When to paint and when to tick.
///
/// 1. What a person did is painted at once.
/// 2. What happens by itself waits until a frame has passed since the last paint, so at most thirty
///    frames a second are painted for it; after a quiet frame it is painted at once too.
struct FrameTimer {
    static let frame = Duration.milliseconds(1000) / 30

    private enum Change: Comparable {
        case byItself, byHand
    }

    private var change: Change?
    private var lastPaint: Duration?
    private var interval: Duration?
    private var nextTick: Duration?

    mutating func changed() { change = max(change ?? .byItself, .byItself) }

    mutating func changedByHand() { change = .byHand }

    mutating func painted(at now: Duration) {
        change = nil
        lastPaint = now
    }

    mutating func tick(every interval: Duration?, from now: Duration) {
        // Asked again for the same, the clock goes on and does not start over.
        let interval = interval.map { max($0, Self.frame) }
        guard interval != self.interval else { return }
        self.interval = interval
        nextTick = interval.map { now + $0 }
    }

    func isPaintDue(at now: Duration) -> Bool { paintTime(now).map { now >= $0 } ?? false }

    /// Whether the tick is due; if so, the next one is set. Ticks that were slept through are lost.
    mutating func takesTick(at now: Duration) -> Bool {
        guard let interval, let due = nextTick, now >= due else { return false }
        nextTick = due + interval > now ? due + interval : now + interval
        return true
    }

    /// How long nothing is to be done; `nil`: until something happens.
    func rest(at now: Duration) -> Duration? {
        let times = [paintTime(now), nextTick].compactMap { $0 }
        return times.min().map { max(.zero, $0 - now) }
    }

    /// `nil` when nothing changed.
    private func paintTime(_ now: Duration) -> Duration? {
        switch change {
        case nil: nil
        case .byHand: now
        case .byItself: lastPaint.map { $0 + Self.frame } ?? now
        }
    }
}
