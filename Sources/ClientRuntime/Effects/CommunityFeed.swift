package import API
package import Client

/// What comes over the line of events, and how the line is.
package enum CommunityFeed: Hashable, Sendable {
    case connected
    case interrupted(retryInSeconds: Int)
    case happened(CommunityEvent)
    /// The server says no, for good.
    case ended(CommunityFailure)
}
