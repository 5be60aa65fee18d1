/// When to paint and when to tick.
///
/// 1. Between two paints lies at least a frame, so at most thirty are painted in a second.
/// 2. After a quiet frame the next change is painted at once.
struct FrameTimer {
    static let frame = Duration.milliseconds(1000) / 30

    private(set) var isDirty = false
    private var lastPaint: Duration?
    private var interval: Duration?
    private var nextTick: Duration?

    mutating func changed() { isDirty = true }

    mutating func painted(at now: Duration) {
        isDirty = false
        lastPaint = now
    }

    mutating func tick(every interval: Duration?, from now: Duration) {
        // Asked again for the same, the clock goes on and does not start over.
        let interval = interval.map { max($0, Self.frame) }
        guard interval != self.interval else { return }
        self.interval = interval
        nextTick = interval.map { now + $0 }
    }

    func isPaintDue(at now: Duration) -> Bool { isDirty && now >= paintTime(now) }

    /// Whether the tick is due; if so, the next one is set. Ticks that were slept through are lost.
    mutating func takesTick(at now: Duration) -> Bool {
        guard let interval, let due = nextTick, now >= due else { return false }
        nextTick = due + interval > now ? due + interval : now + interval
        return true
    }

    /// How long nothing is to be done; `nil`: until something happens.
    func rest(at now: Duration) -> Duration? {
        let times = [isDirty ? paintTime(now) : nil, nextTick].compactMap { $0 }
        return times.min().map { max(.zero, $0 - now) }
    }

    private func paintTime(_ now: Duration) -> Duration {
        lastPaint.map { $0 + Self.frame } ?? now
    }
}
