/// A scale of colours from 0 to 100; a theme decides which.
package enum Gradient: String, CaseIterable, Hashable, Sendable {
    case download
    case upload
    /// From nothing done to done.
    case progress
    /// From poor to good.
    case ratio
    /// From idle to overloaded, from empty to full.
    case load

    package static let steps = 101
}
