/// What one connection, one address, and all of them together, may take. Times are in milliseconds.
///
/// Memory is bounded by them (`mostBytes`):
/// 1. A connection whose request came whole and is answered with a close is held by nothing at all.
/// 2. One that is held has at most `headBytes` of requests, and `outputBytes` and an answer more of
///    what its client does not read; whoever does not read is asked nothing more.
/// 3. There are at most `connections` of them, `perAddress` from one address (a /64 of IPv6), and
///    `spare` more whose request was taken and whose answer waits. Then nobody new is taken until
///    one goes: who waits outside waits in the kernel, whose queue is bounded, and so are its
///    buffers for a connection.
/// 4. Over UDP nothing is kept but the answers that wait, `waitingDatagrams` of them.
/// 5. Who asked how often is told of 65,536 addresses, in 1 MiB for HTTP and 1 MiB for UDP.
package struct PortLimits: Hashable, Sendable {
    /// Of a request's line and headers.
    package var headBytes = 12 << 10
    /// Of answers that a client does not read, before it is asked nothing more.
    package var outputBytes = 16 << 10
    /// From the first byte of a request to the end of its head, and for reading an answer.
    package var head = 15_000
    /// Between two requests.
    package var idle = 30_000
    /// For what is under way when the port closes.
    package var drain = 5_000
    /// Open at a time; the next ones are answered if their request is there, and closed.
    package var connections = 4000
    /// The same from one address.
    package var perAddress = 250
    /// Beyond `connections`, for requests that were taken and whose answer waits; a quarter of them
    /// where it is not said.
    package var spare: Int?
    /// Packets whose answer waits; the next ones are dropped, and their clients ask again.
    package var waitingDatagrams = 16_384
    /// Of one address over HTTP: beyond it a request is refused without being looked at. A client
    /// of thousands of torrents announces them all when it starts.
    package var requests = Pace(perMinute: 6000, burst: 5000)
    /// Of one address over UDP, apart from HTTP because a packet's sender may be a lie: beyond it a
    /// packet is dropped.
    package var packets = Pace(perMinute: 12_000, burst: 10_000)

    package init() {}

    /// Open files at most, besides the port's own four.
    package var mostConnections: Int { connections + (spare ?? connections / 4) }

    /// What connections and packets may hold at most.
    ///
    /// - Parameter answer: bytes of the desk's largest answer.
    package func mostBytes(answer: Int) -> Int {
        let each = headBytes + outputBytes + answer + PortLoop.headRoom + Self.record
        return mostConnections * each + waitingDatagrams * (answer + Self.record)
    }

    /// For the record of one of them, and what the allocator rounds up.
    static let record = 384
}
