package import Domain

/// Answers over UDP (BEP 15), appended to what is there.
package enum DatagramReply {
    package static func connect(
        transaction: UInt32, connection: UInt64, to bytes: inout [UInt8]
    ) {
        append(0, to: &bytes)
        append(transaction, to: &bytes)
        append(UInt32(truncatingIfNeeded: connection >> 32), to: &bytes)
        append(UInt32(truncatingIfNeeded: connection), to: &bytes)
    }

    /// `peers` is compact already, and of the family that the packet came over.
    package static func announce(
        transaction: UInt32, interval: Int, counts: SwarmCounts, peers: some Collection<UInt8>,
        to bytes: inout [UInt8]
    ) {
        append(1, to: &bytes)
        append(transaction, to: &bytes)
        append(UInt32(clamping: interval), to: &bytes)
        append(UInt32(clamping: counts.leechers), to: &bytes)
        append(UInt32(clamping: counts.seeders), to: &bytes)
        bytes.append(contentsOf: peers)
    }

    /// One line, for the client's user.
    package static func failure(transaction: UInt32, _ reason: String, to bytes: inout [UInt8]) {
        append(3, to: &bytes)
        append(transaction, to: &bytes)
        bytes.append(contentsOf: reason.utf8)
    }

    private static func append(_ number: UInt32, to bytes: inout [UInt8]) {
        for shift: UInt32 in [24, 16, 8, 0] {
            bytes.append(UInt8(truncatingIfNeeded: number >> shift))
        }
    }
}
