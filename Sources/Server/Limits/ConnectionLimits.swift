package import NIOCore

/// What one connection, and all of them together, may take of a listener.
package struct ConnectionLimits: Hashable, Sendable {
    /// Bytes of a request's line and headers, and how many headers.
    package var headBytes = 32 << 10
    package var headFields = 100
    /// From the first byte of a request to the end of its headers.
    package var head = TimeAmount.seconds(15)
    /// Without a byte of the body, and for all of the body.
    package var bodyPause = TimeAmount.seconds(30)
    package var body = TimeAmount.minutes(5)
    /// Between two requests.
    package var idle = TimeAmount.seconds(75)
    /// Open at a time, over all; the next ones are closed.
    package var connections = 4000
    /// Open at a time from one address; the next ones are closed.
    package var perAddress = 250

    package init() {}
}
