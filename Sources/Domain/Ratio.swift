/// Bytes given back over bytes taken.
package enum Ratio: Hashable, Sendable {
    /// Nothing was taken and nothing given.
    case none
    /// Something was given and nothing taken.
    case infinite
    case value(Double)

    package init(up: ByteCount, down: ByteCount) {
        if down == .zero {
            self = up == .zero ? .none : .infinite
        } else {
            self = .value(Double(up.bytes) / Double(down.bytes))
        }
    }

    /// `nil` where nothing was taken: a number would be a lie in either direction.
    package var number: Double? {
        if case .value(let value) = self { value } else { nil }
    }

    package func isAtLeast(_ required: Double) -> Bool {
        switch self {
        case .none, .infinite: true
        case .value(let value): value >= required
        }
    }
}
