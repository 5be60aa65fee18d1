/// A peer in a swarm's list: ten bytes side by side, so that a reply to IPv4 reads one piece of
/// memory. Of halves, for whole words would be padded to twelve.
struct PeerEntry {
    private var high: UInt16
    private var low: UInt16
    /// 0 for who has no IPv4.
    let port: UInt16
    private var sessionHigh: UInt16
    private var sessionLow: UInt16

    init(address: UInt32, port: UInt16, session: UInt32) {
        high = UInt16(truncatingIfNeeded: address >> 16)
        low = UInt16(truncatingIfNeeded: address)
        self.port = port
        sessionHigh = UInt16(truncatingIfNeeded: session >> 16)
        sessionLow = UInt16(truncatingIfNeeded: session)
    }

    var session: UInt32 { UInt32(sessionHigh) << 16 | UInt32(sessionLow) }

    /// As in compact lists (BEP 23).
    func append(to bytes: inout [UInt8]) {
        bytes.append(UInt8(truncatingIfNeeded: high >> 8))
        bytes.append(UInt8(truncatingIfNeeded: high))
        bytes.append(UInt8(truncatingIfNeeded: low >> 8))
        bytes.append(UInt8(truncatingIfNeeded: low))
        bytes.append(UInt8(truncatingIfNeeded: port >> 8))
        bytes.append(UInt8(truncatingIfNeeded: port))
    }
}
