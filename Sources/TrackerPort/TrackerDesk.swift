package import Domain

/// Whoever answers what comes through a port: bytes in, bytes out.
///
/// Both calls come from the port's one thread, one after the other, and every client waits for
/// each: they do not block, throw, or hop. What needs the disk or a database answers `.later`.
package protocol TrackerDesk: AnyObject, Sendable {
    /// An HTTP request; the reply is a body, sent with status 200.
    ///
    /// - Parameter fields: the header lines as they came.
    func answer(
        _ request: PortRequest, target: Span<UInt8>, fields: Span<UInt8>, into reply: inout [UInt8]
    ) -> PortAnswer

    /// A packet over UDP; the reply is a packet.
    func answer(
        _ request: PortRequest, packet: Span<UInt8>, into reply: inout [UInt8]
    ) -> PortAnswer

    /// The body for a request that could not be read so far as to be asked about.
    func refuse(_ fault: PortFault, into reply: inout [UInt8])
}

/// What every request has besides its bytes.
package struct PortRequest: Hashable, Sendable {
    package let address: IPAddress
    /// Where a later answer goes.
    package let ticket: PortTicket
    /// Whether it is a GET; a packet is none.
    package let isGet: Bool
    /// Milliseconds of the port's clock, for a `PaceTable`.
    package let now: Int64
}

package enum PortAnswer: Hashable, Sendable {
    case written
    /// The ticket will be handed to `TrackerPort.complete`, with these bytes or others.
    case later
    /// A packet that deserves no answer; over HTTP there is always one.
    case nothing
}

package enum PortFault: Hashable, Sendable {
    case notHTTP
    case tooLong
    case tooSlow
    /// More of them from one address than `PortLimits.requests` allows.
    case tooOften
}

/// Names one request that waits, and no other that comes after it in the same place.
package struct PortTicket: Hashable, Sendable {
    let number: UInt64
}

/// The answer to a request that waited.
package struct PortCompletion: Sendable {
    package let ticket: PortTicket
    /// `nil` sends what was written when the request came.
    package let reply: [UInt8]?

    package init(_ ticket: PortTicket, reply: [UInt8]? = nil) {
        self.ticket = ticket
        self.reply = reply
    }
}
