/// A colour as a view names it: by meaning, or by number only where a picture needs it.
package enum Tint: Hashable, Sendable {
    case meaning(Meaning)
    /// A place from 0 to 100 on a scale.
    case gradient(Gradient, UInt8)
    /// A picture's own colour; never used for text.
    case rgb(RGB)

    /// A place on a scale from a share between 0 and 1.
    package static func gradient(_ gradient: Gradient, share: Double) -> Tint {
        let bounded = share.isNaN ? 0 : min(max(share, 0), 1)
        return .gradient(gradient, UInt8((bounded * 100).rounded()))
    }
}
