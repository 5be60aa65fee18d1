/// How long announces were not on disk: the oldest of each batch, in milliseconds, in buckets that
/// grow by a half.
package struct CommitLags: Sendable {
    /// Upper bounds of all buckets but the last, which has none.
    package static let bounds: [Double] = [
        60, 75, 100, 125, 150, 200, 250, 350, 500, 1000, 5000,
    ]

    package private(set) var counts = [Int](repeating: 0, count: bounds.count + 1)
    package private(set) var sum = 0.0

    package init() {}

    mutating func add(_ lag: Duration) {
        let milliseconds = lag / .milliseconds(1)
        sum += milliseconds
        counts[Self.bounds.firstIndex { milliseconds <= $0 } ?? Self.bounds.count] += 1
    }
}
