package import Domain

/// Bytes per second over the last ten minutes, a sample a second, oldest first.
package struct RateHistory: Equatable, Sendable {
    package static let seconds = 600

    package private(set) var down: [Double] = []
    package private(set) var up: [Double] = []
    package private(set) var sampledAt: Moment?
    /// How many samples of either are more than nothing.
    private var moving = 0

    /// Whether nothing moved all the time.
    package var isFlat: Bool { moving == 0 }

    package init() {}

    /// Takes at most one sample a second, however often the clock speaks.
    package mutating func sample(down: ByteCount, up: ByteCount, at now: Moment) {
        if let sampledAt, now.since(sampledAt) < 1000, now >= sampledAt { return }
        sampledAt = now
        Self.append(Double(down.bytes), to: &self.down, moving: &moving)
        Self.append(Double(up.bytes), to: &self.up, moving: &moving)
    }

    private static func append(
        _ value: Double, to values: inout [Double], moving: inout Int
    ) {
        values.append(value)
        if value > 0 { moving += 1 }
        guard values.count > seconds else { return }
        if values.removeFirst() > 0 { moving -= 1 }
    }
}
