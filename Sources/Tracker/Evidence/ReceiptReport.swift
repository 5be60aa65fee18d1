package import Domain

/// What a client attests that it received in one swarm since its last report, and from whom.
///
/// Reports are counted, and the bytes are those since the report before: so the watch keeps a sum
/// for each giver, and nothing for each pair. A client that got no answer sends the same report
/// again.
package struct ReceiptReport: Hashable, Sendable {
    package struct Line: Hashable, Sendable {
        package let giver: SwarmMember.Identity
        package let bytes: ByteCount

        package init(giver: SwarmMember.Identity, bytes: ByteCount) {
            self.giver = giver
            self.bytes = bytes
        }
    }

    package let receiver: SwarmMember.Identity
    /// From 1 on, within a session.
    package let number: UInt32
    package let lines: [Line]

    package init(receiver: SwarmMember.Identity, number: UInt32, lines: [Line]) {
        self.receiver = receiver
        self.number = number
        self.lines = lines
    }
}
