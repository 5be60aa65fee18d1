/// How long the client waits for what.
package struct ClientPace: Hashable, Sendable {
    package var connect = Duration.seconds(5)
    /// For a whole call.
    package var call = Duration.seconds(30)
    /// Before each further try of a call that may be made twice.
    package var retries = [Duration.milliseconds(200), .milliseconds(800)]
    /// Before an event stream is opened again; doubled with each vain try.
    package var reconnect = Duration.seconds(1)
    package var longestReconnect = Duration.seconds(30)
    /// An event stream without a byte for so long is dead; the server says something more often.
    package var silence = Duration.seconds(60)

    package init() {}
}
