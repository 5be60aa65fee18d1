/// Whether what happens in the community reaches this screen by itself.
package enum Connection: Hashable, Sendable {
    case connecting
    case live
    case interrupted(retryAt: Moment)
    /// The server does not tell what happens; only what is asked for is new.
    case closed
}
