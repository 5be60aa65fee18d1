package import API

/// What comes over `GET /events`, and how the line to the server is.
package enum FeedEvent: Hashable, Sendable {
    /// The stream stands. What happened while it did not may have been missed: ask again.
    case live
    /// The line is down, and the next try comes in so many seconds.
    case reconnecting(seconds: Int, APIError)
    case happened(CommunityEvent)
    /// The session is over or the server says no: the last event of the feed.
    case ended(APIError)
}
