/// Why a transfer brought no answer.
enum TransportError: Error, Hashable, Sendable {
    /// No connection came about, so nothing was sent.
    case notConnected(String)
    /// The connection ended in the middle.
    case brokenOff(String)
    case timedOut
    /// The server's certificate is not to be trusted.
    case untrusted(String)
    case bodyTooLarge
    /// libcurl refused the request itself.
    case failed(String)
}
