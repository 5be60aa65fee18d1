/// One event of a stream, as WHATWG's HTML standard has it.
struct ServerSentEvent: Hashable, Sendable {
    /// `message` where the stream does not say.
    var name: String
    var data: String
    /// The last id said so far; empty where none was.
    var id: String
}
