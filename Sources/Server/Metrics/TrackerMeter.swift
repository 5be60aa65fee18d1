import Synchronization
import Tracker

/// Counts what the tracker answered, and how long each answer took.
final class TrackerMeter: Sendable {
    enum Outcome: Hashable {
        case granted
        case refused(AnnounceRefusal)
        /// It could not be read.
        case malformed
        case failed
    }

    struct Counts: Sendable {
        var granted = 0
        /// By the name of the refusal.
        var refused: [String: Int] = [:]
        var malformed = 0
        var failed = 0
        var times = Histogram(bounds: TrackerMeter.bounds)
    }

    /// Seconds. An answer from memory takes microseconds, one that asks the database milliseconds,
    /// one that waits for the disk a part of a second.
    private static let bounds = [
        0.000_01, 0.000_05, 0.000_1, 0.000_5, 0.001, 0.005, 0.025, 0.1, 0.25, 1, 5,
    ]

    private let kept = Mutex(Counts())

    var counts: Counts { kept.withLock { $0 } }

    func note(_ outcome: Outcome, since began: ContinuousClock.Instant) {
        let seconds = (ContinuousClock.now - began) / .seconds(1)
        kept.withLock { counts in
            switch outcome {
            case .granted: counts.granted += 1
            case .refused(let refusal): counts.refused[refusal.name, default: 0] += 1
            case .malformed: counts.malformed += 1
            case .failed: counts.failed += 1
            }
            counts.times.add(seconds)
        }
    }
}

/// How many values were at most so large, and their sum.
struct Histogram: Sendable {
    let bounds: [Double]
    private(set) var counts: [Int]
    private(set) var sum = 0.0

    init(bounds: [Double]) {
        self.bounds = bounds
        counts = [Int](repeating: 0, count: bounds.count + 1)
    }

    init(bounds: [Double], counts: [Int], sum: Double) {
        self.bounds = bounds
        self.counts = counts
        self.sum = sum
    }

    mutating func add(_ value: Double) {
        var place = 0
        while place < bounds.count, value > bounds[place] { place += 1 }
        counts[place] += 1
        sum += value
    }
}
