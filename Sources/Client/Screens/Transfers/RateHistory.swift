package import Domain

/// Bytes per second over the last ten minutes, a sample a second, oldest first.
package struct RateHistory: Equatable, Sendable {
    package static let seconds = 600

    package private(set) var down: [Double] = []
    package private(set) var up: [Double] = []
    private var sampledAt: Moment?

    package init() {}

    /// Takes at most one sample a second, however often the clock speaks.
    package mutating func sample(down: ByteCount, up: ByteCount, at now: Moment) {
        if let sampledAt, now.since(sampledAt) < 1000, now >= sampledAt { return }
        sampledAt = now
        append(Double(down.bytes), to: &self.down)
        append(Double(up.bytes), to: &self.up)
    }

    private func append(_ value: Double, to values: inout [Double]) {
        values.append(value)
        if values.count > Self.seconds { values.removeFirst(values.count - Self.seconds) }
    }
}
