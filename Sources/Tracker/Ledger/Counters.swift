package import Domain

/// Bytes given and taken.
package struct Counters: Hashable, Sendable {
    package var up: ByteCount
    package var down: ByteCount

    package static let zero = Counters(up: .zero, down: .zero)

    package init(up: ByteCount, down: ByteCount) {
        self.up = up
        self.down = down
    }

    package static func + (a: Self, b: Self) -> Self {
        Counters(up: a.up + b.up, down: a.down + b.down)
    }

    /// Zero, counter by counter, where `b` is the larger.
    package static func - (a: Self, b: Self) -> Self {
        Counters(up: a.up - b.up, down: a.down - b.down)
    }

    package static func += (a: inout Self, b: Self) { a = a + b }
}
